import "server-only";
import { and, inArray, isNotNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { attendanceRecords } from "@/db/schema/attendance";
import { participations } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import { presenceIn } from "../queries";

/** Events of which these admissions have stays and nobody a record yet, with those admissions. */
async function openAmong(reader: Reader, admissionIds: readonly Id<"admission">[]) {
  const { admissionId, eventId, joinedAt } = participations;
  const stays = await reader
    .selectDistinct({ admissionId, eventId })
    .from(participations)
    .where(and(inArray(admissionId, [...admissionIds]), isNotNull(joinedAt)));
  const eventIds = [...new Set(stays.map((stay) => stay.eventId))];
  if (eventIds.length === 0) return [];
  const closed = await reader
    .selectDistinct({ eventId: attendanceRecords.eventId })
    .from(attendanceRecords)
    .where(inArray(attendanceRecords.eventId, eventIds));
  const isClosed = new Set(closed.map((one) => one.eventId));
  return [...Map.groupBy(stays, (stay) => stay.eventId)].filter(([id]) => !isClosed.has(id));
}

/**
 * Seconds of these admissions and of no other: the closed records, and for events that are still open what their own stays
 * say. An event's other people are not read, however many were there.
 */
export async function secondsOf(
  reader: Reader,
  admissionIds: readonly Id<"admission">[],
  now: Date,
): Promise<ReadonlyMap<Id<"admission">, number>> {
  const seconds = new Map<Id<"admission">, number>();
  if (admissionIds.length === 0) return seconds;
  const records = await reader
    .select({ admissionId: attendanceRecords.admissionId, seconds: attendanceRecords.seconds })
    .from(attendanceRecords)
    .where(inArray(attendanceRecords.admissionId, [...admissionIds]));
  for (const record of records) seconds.set(record.admissionId, record.seconds);
  for (const [eventId, stays] of await openAmong(reader, admissionIds)) {
    const only = stays.map((stay) => stay.admissionId);
    for (const one of await presenceIn(reader, { eventId, now, only }))
      seconds.set(one.admissionId, one.seconds);
  }
  return seconds;
}
