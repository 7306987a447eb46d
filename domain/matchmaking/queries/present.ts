import "server-only";
import { and, eq, gt, inArray, isNotNull, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { admissions, placements } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { PRESENT_MS } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";

type PersonId = Id<"person">;
type EventId = Id<"event">;

async function presentIn(eventId: EventId, now: Date, who?: SQL): Promise<PersonId[]> {
  const rows = await db()
    .selectDistinct({ personId: admissions.personId })
    .from(placements)
    .innerJoin(admissions, eq(admissions.id, placements.admissionId))
    .where(
      and(
        eq(admissions.eventId, eventId),
        isNotNull(admissions.personId),
        isNotNull(placements.leaseId),
        gt(placements.lastSeenAt, new Date(now.getTime() - PRESENT_MS)),
        who,
      ),
    );
  return rows.flatMap(({ personId }) => personId ?? []);
}

/** Those of these people whose browser is in one of the event's rooms. */
export async function presentAmong(
  eventId: EventId,
  personIds: readonly PersonId[],
  now: Date,
): Promise<ReadonlySet<PersonId>> {
  if (personIds.length === 0) return new Set();
  return new Set(await presentIn(eventId, now, inArray(admissions.personId, [...personIds])));
}

/** Whose browser is in one of the event's rooms, for who plans its talks; undefined for others. */
export async function presentPeople(
  viewer: Actor,
  eventId: EventId,
  now = clockNow(),
): Promise<PersonId[] | undefined> {
  const event = await eventScope(db(), eventId);
  if (!event || !can(viewer, "meeting.book", { networkId: event.networkId, eventId })) return undefined;
  return presentIn(eventId, now);
}
