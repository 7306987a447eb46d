import "server-only";
import { and, asc, eq, inArray, isNull, lt, not, or, type SQL, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { attendanceRecords, attendanceTotals, checkIns } from "@/db/schema/attendance";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { admissions, liveSessions, participations } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { isKeptNoLonger } from "@/domain/programme/queries/forgettable";
import type { Id } from "@/lib/ids";
import { type Admission, type Computed, isOneOf, recordsAttendance, staysIn } from "./queries/stays";
import { attendanceSeconds, closesBefore, type Present } from "./rules";

export type Attendance = Present & { admissionId: Id<"admission">; name: string; organisation: string };

/**
 * Whom the door let in, and nobody took that back. Whoever cancelled and registered anew has not come yet, whenever they
 * were let in before.
 */
export const countsAsIn: SQL | undefined = and(
  isNull(checkIns.undoneAt),
  sql`exists (select 1 from ${registrations}
       where ${registrations.id} = ${checkIns.registrationId} and ${registrations.renewals} = ${checkIns.renewals})`,
);

/** Events that are over for good, with people who were there, and without a record or a sum of it yet. */
export async function listEventsToClose(now: Date, reader: Reader = db()): Promise<Id<"event">[]> {
  const rows = await reader
    .selectDistinct({ eventId: events.id })
    .from(events)
    .innerJoin(participations, eq(participations.eventId, events.id))
    .leftJoin(liveSessions, eq(liveSessions.eventId, events.id))
    .leftJoin(attendanceRecords, eq(attendanceRecords.eventId, events.id))
    .leftJoin(attendanceTotals, eq(attendanceTotals.eventId, events.id))
    .where(
      and(
        inArray(events.status, ["published", "ended"]),
        lt(events.endsAt, closesBefore(now)),
        or(isNull(liveSessions.endedAt), lt(liveSessions.endedAt, closesBefore(now))),
        isNull(attendanceRecords.eventId),
        isNull(attendanceTotals.eventId),
      ),
    );
  return rows.map(({ eventId }) => eventId);
}

/**
 * Presence computed from the stays, cut to the session as it was held; of everybody, or of these alone, whose stays are
 * then all that is read. Accurate to a second. Nobody's where the event keeps no minutes.
 */
export async function presenceIn(reader: Reader, computed: Computed): Promise<Attendance[]> {
  const { session, people } = await staysIn(reader, computed);
  return people.map(({ admission, stays }) => ({
    ...presentAs(admission),
    seconds: attendanceSeconds(stays, session),
  }));
}

const presentAs = (admission: Admission) => ({
  admissionId: admission.id,
  name: admission.displayName,
  organisation: admission.organisation,
  registrationId: admission.registrationId,
  isClaim: admission.claimId !== null,
});

/** The same of everybody. */
export const computeAttendance = (reader: Reader, eventId: Id<"event">, now: Date): Promise<Attendance[]> =>
  presenceIn(reader, { eventId, now });

/** Whether the record of this event is made, also where none of those asked for is in it. */
const isClosed = async (reader: Reader, eventId: Id<"event">) =>
  (
    await reader
      .select({ eventId: attendanceRecords.eventId })
      .from(attendanceRecords)
      .where(eq(attendanceRecords.eventId, eventId))
      .limit(1)
  ).length > 0;

/** Who was there how long: the closed record once there is one, else computed now. */
export async function keptAttendance(reader: Reader, computed: Computed): Promise<Attendance[]> {
  const { eventId } = computed;
  const closed = await reader
    .select({ record: attendanceRecords, admission: admissions })
    .from(attendanceRecords)
    .innerJoin(admissions, eq(admissions.id, attendanceRecords.admissionId))
    .where(and(eq(attendanceRecords.eventId, eventId), isOneOf(computed)));
  if (closed.length === 0 && !(await isClosed(reader, eventId))) return presenceIn(reader, computed);
  return closed.map(({ record, admission }) => ({ ...presentAs(admission), seconds: record.seconds }));
}

export type AttendanceTotal = { people: number; seconds: number };
export type AttendanceReport = { people: Attendance[] } | { total: AttendanceTotal };

const totalOf = async (reader: Reader, eventId: Id<"event">) =>
  (await reader.select().from(attendanceTotals).where(eq(attendanceTotals.eventId, eventId)))[0];

/**
 * Who of all, or of these registrations, was there how long, for the event's organizers; once the names are forgotten, how many and how long together.
 * Undefined for everybody else, and for an event that keeps no minutes.
 */
export async function attendanceOf(
  viewer: Actor,
  asked: { eventId: Id<"event">; now: Date; registered?: readonly Id<"registration">[] | undefined },
  reader: Reader = db(),
): Promise<AttendanceReport | undefined> {
  const { eventId } = asked;
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "attendance.read", scope)) return undefined;
  const total = await totalOf(reader, eventId);
  if (total)
    return total.people > 0 ? { total: { people: total.people, seconds: total.seconds } } : undefined;
  if (!(await recordsAttendance(eventId, reader))) return undefined;
  return { people: await keptAttendance(reader, asked) };
}

/** Whether the names of this event's attendance are gone for good. */
export const isSummedUp = async (eventId: Id<"event">, reader: Reader): Promise<boolean> =>
  (await totalOf(reader, eventId)) !== undefined;

/** The event that is over for longest of those whose attendance is still kept by name after its time. */
export async function eventToSumUp(now: Date, reader: Reader): Promise<Id<"event"> | undefined> {
  type Told = typeof attendanceRecords | typeof attendanceTotals | typeof participations | typeof checkIns;
  const has = (table: Told) => sql`exists (select 1 from ${table} where ${table.eventId} = ${events.id})`;
  const [row] = await reader
    .select({ eventId: events.id })
    .from(events)
    .where(
      and(
        isKeptNoLonger("attendance", now),
        or(has(attendanceRecords), has(checkIns), and(has(participations), not(has(attendanceTotals)))),
      ),
    )
    .orderBy(asc(events.endsAt))
    .limit(1);
  return row?.eventId;
}
