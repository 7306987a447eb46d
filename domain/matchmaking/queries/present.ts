import "server-only";
import { and, eq, gt, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { admissions, placements } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { SEEN_MS } from "./meetings";

/** Whose browser is in one of the event's rooms, for who plans its talks; undefined for others. */
export async function presentPeople(
  viewer: Actor,
  eventId: Id<"event">,
  now = clockNow(),
): Promise<Id<"person">[] | undefined> {
  const event = await eventScope(db(), eventId);
  if (!event || !can(viewer, "meeting.book", { networkId: event.networkId, eventId })) return undefined;
  const rows = await db()
    .selectDistinct({ personId: admissions.personId })
    .from(placements)
    .innerJoin(admissions, eq(admissions.id, placements.admissionId))
    .where(
      and(
        eq(admissions.eventId, eventId),
        isNotNull(admissions.personId),
        isNotNull(placements.leaseId),
        gt(placements.lastSeenAt, new Date(now.getTime() - SEEN_MS)),
      ),
    );
  return rows.flatMap(({ personId }) => personId ?? []);
}
