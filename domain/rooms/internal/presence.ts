import { and, count, eq, gt, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { admissions, participations, placements, rooms } from "@/db/schema/rooms";
import { perPeriod } from "@/domain/kernel/memo";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { grantedNow } from "../queries/roles";
import { isOnStage, PRESENT_MS, roleNow } from "../rules";
import type { Admission } from "./admissions";

/** After this a lease no longer keeps another tab of the same person out. */
export const LEASE_MS = 60_000;

export const isFresh = (placement: { leaseId: string | null; lastSeenAt: Date | null } | null, now: Date) =>
  placement?.leaseId != null && Number(placement.lastSeenAt ?? 0) > now.getTime() - PRESENT_MS;

/** Everybody whose page is open in the event's room at `now`, as stored: the roles may be those of an earlier entry. */
export async function listOpenPages(reader: Reader, eventId: Id<"event">, now: Date): Promise<Admission[]> {
  const found = await reader
    .select({ admission: admissions })
    .from(admissions)
    .innerJoin(placements, eq(placements.admissionId, admissions.id))
    .where(
      and(
        eq(admissions.eventId, eventId),
        isNotNull(placements.leaseId),
        gt(placements.lastSeenAt, new Date(now.getTime() - PRESENT_MS)),
      ),
    )
    .orderBy(admissions.id);
  return found.map((row) => row.admission);
}

/** The same people in the roles they have now, without those whom nothing lets in any more. */
export async function listPresent(reader: Reader, event: EventScope, now: Date): Promise<Admission[]> {
  const open = await listOpenPages(reader, event.eventId, now);
  const granted = await grantedNow(reader, event, open);
  return open.flatMap((admission) => {
    const role = granted.get(admission.id);
    return role ? [{ ...admission, role: roleNow(admission, role) }] : [];
  });
}

export type Present = { people: number; onStage: number };

/**
 * How many pages are open in the event's room, and how many of them belong to people on stage. By the stored roles,
 * which nobody's role of now exceeds: these are upper bounds of what a room must carry, and decide about nobody.
 */
async function countPresent(reader: Reader, eventId: Id<"event">, now: Date): Promise<Present> {
  const fresh = gt(placements.lastSeenAt, new Date(now.getTime() - PRESENT_MS));
  const counted = await reader
    .select({ role: admissions.role, people: count() })
    .from(placements)
    .innerJoin(admissions, eq(admissions.id, placements.admissionId))
    .where(and(eq(placements.eventId, eventId), isNotNull(placements.leaseId), fresh))
    .groupBy(admissions.role);
  const total = (rows: typeof counted) => rows.reduce((sum, row) => sum + row.people, 0);
  return { people: total(counted), onStage: total(counted.filter(({ role }) => isOnStage(role))) };
}

const AUDIENCE_SECONDS = 2;

/** The same, some seconds old at most: what a crowd that comes at once is told costs one count. */
export const audienceOf = (reader: Reader, eventId: Id<"event">, now: Date): Promise<Present> =>
  perPeriod({ key: `audience ${eventId}`, seconds: AUDIENCE_SECONDS, now }, () =>
    countPresent(reader, eventId, now),
  );

type Connected = { roomId: Id<"room">; isTalk: boolean; isSpotlit: boolean };

/** Where LiveKit last saw each person: the newest open connection wins. */
export async function roomsOfConnected(
  reader: Reader,
  eventId: Id<"event">,
): Promise<Map<Id<"admission">, Connected>> {
  const found = await reader
    .select({
      admissionId: participations.admissionId,
      roomId: participations.roomId,
      kind: rooms.kind,
      spotlightId: rooms.spotlightId,
    })
    .from(participations)
    .innerJoin(rooms, eq(rooms.id, participations.roomId))
    .where(
      and(
        eq(participations.eventId, eventId),
        isNull(participations.leftAt),
        isNotNull(participations.joinedAt),
      ),
    )
    .orderBy(participations.joinedAt);
  return new Map(
    found.map(({ admissionId, roomId, kind, spotlightId }) => [
      admissionId,
      { roomId, isTalk: kind === "talk", isSpotlit: spotlightId === admissionId },
    ]),
  );
}
