import "server-only";
import { and, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { attendanceRecords } from "@/db/schema/attendance";
import { events } from "@/db/schema/programme";
import { admissions, liveSessions, participations, roomSettings as settingsRows } from "@/db/schema/rooms";
import { eventScope } from "@/domain/programme/queries";
import { roomSettings } from "@/domain/rooms/schema";
import type { Id } from "@/lib/ids";
import { attendanceSeconds, closesBefore } from "./rules";

export type Attendance = {
  admissionId: Id<"admission">;
  name: string;
  organisation: string;
  registrationId: Id<"registration"> | null;
  seconds: number;
};

/** Whether minutes are kept for this event; the lobby tells everybody before they enter. */
export async function recordsAttendance(eventId: Id<"event">, reader: Reader = db()): Promise<boolean> {
  const [stored] = await reader.select().from(settingsRows).where(eq(settingsRows.eventId, eventId));
  return roomSettings.parse(stored?.settings ?? {}).recordsAttendance;
}

/** Events that are over for good, with people who were there, and without a record of it yet. */
export async function listEventsToClose(now: Date, reader: Reader = db()): Promise<Id<"event">[]> {
  const rows = await reader
    .selectDistinct({ eventId: events.id })
    .from(events)
    .innerJoin(participations, eq(participations.eventId, events.id))
    .leftJoin(liveSessions, eq(liveSessions.eventId, events.id))
    .leftJoin(attendanceRecords, eq(attendanceRecords.eventId, events.id))
    .where(
      and(
        inArray(events.status, ["published", "ended"]),
        lt(events.endsAt, closesBefore(now)),
        or(isNull(liveSessions.endedAt), lt(liveSessions.endedAt, closesBefore(now))),
        isNull(attendanceRecords.eventId),
      ),
    );
  return rows.map(({ eventId }) => eventId);
}

/**
 * Presence of everybody computed from the stays, cut to the session as it was held. Accurate to a second. Nobody's
 * where the event keeps no minutes.
 */
export async function computeAttendance(
  reader: Reader,
  eventId: Id<"event">,
  now: Date,
): Promise<Attendance[]> {
  const event = await eventScope(reader, eventId);
  if (!event || !(await recordsAttendance(eventId, reader))) return [];
  const [session] = await reader.select().from(liveSessions).where(eq(liveSessions.eventId, eventId));
  const from = Math.min(event.startsAt.getTime(), session?.openedAt?.getTime() ?? Number.POSITIVE_INFINITY);
  const planned = Math.max(event.endsAt.getTime(), from);
  const to = Math.min(now.getTime(), session?.endedAt?.getTime() ?? planned);
  const rows = await reader
    .select({ stay: participations, admission: admissions })
    .from(participations)
    .innerJoin(admissions, eq(admissions.id, participations.admissionId))
    .where(and(eq(participations.eventId, eventId), isNotNull(participations.joinedAt)));
  const byPerson = new Map<Id<"admission">, typeof rows>();
  for (const row of rows) byPerson.set(row.admission.id, [...(byPerson.get(row.admission.id) ?? []), row]);
  return [...byPerson.values()].flatMap((mine) => {
    const admission = mine[0]?.admission;
    if (!admission) return [];
    const stays = mine.flatMap(({ stay }) =>
      stay.joinedAt ? [{ from: stay.joinedAt.getTime(), to: stay.leftAt?.getTime() ?? null }] : [],
    );
    return {
      admissionId: admission.id,
      name: admission.displayName,
      organisation: admission.organisation,
      registrationId: admission.registrationId,
      seconds: attendanceSeconds(stays, { from, to: Math.max(from, to) }),
    };
  });
}

/** Who was there how long: the closed record once there is one, else computed now. The caller asks the policy. */
export async function attendanceOf(
  eventId: Id<"event">,
  now: Date,
  reader: Reader = db(),
): Promise<Attendance[]> {
  const closed = await reader
    .select({ record: attendanceRecords, admission: admissions })
    .from(attendanceRecords)
    .innerJoin(admissions, eq(admissions.id, attendanceRecords.admissionId))
    .where(eq(attendanceRecords.eventId, eventId));
  if (closed.length === 0) return computeAttendance(reader, eventId, now);
  return closed.map(({ record, admission }) => ({
    admissionId: admission.id,
    name: admission.displayName,
    organisation: admission.organisation,
    registrationId: admission.registrationId,
    seconds: record.seconds,
  }));
}
