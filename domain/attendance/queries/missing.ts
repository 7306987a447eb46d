import "server-only";
import { and, asc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { attendanceReminders } from "@/db/schema/attendance-afterwards";
import { registrations } from "@/db/schema/registration";
import { admissions, liveSessions, placements } from "@/db/schema/rooms";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { countsAsIn } from "../queries";

/** As early as people come to a room that is not open yet. */
const EARLY = sql`interval '10 minutes'`;

/**
 * Whoever was in the room, by the page they had open there: also where no minutes are kept, because the room itself has to
 * know who is in it. A try days before is no coming.
 */
const wasInRoom = sql`exists (select 1 from ${admissions}
   join ${placements} on ${placements.admissionId} = ${admissions.id}
  where ${admissions.registrationId} = ${registrations.id}
    and ${placements.lastSeenAt} > coalesce(
          (select ${liveSessions.openedAt} from ${liveSessions} where ${liveSessions.eventId} = ${registrations.eventId}),
          (select e.starts_at from events e where e.id = ${registrations.eventId})) - ${EARLY})`;

const wasLetIn = sql`exists (select 1 from ${checkIns}
  where ${checkIns.registrationId} = ${registrations.id} and ${countsAsIn})`;

const hasSeat = (eventId: Id<"event">) =>
  and(eq(registrations.eventId, eventId), eq(registrations.status, "confirmed"));

/** Has a seat online and never came, by whatever way. */
const isMissing = (eventId: Id<"event">) =>
  and(hasSeat(eventId), eq(registrations.attendance, "online"), sql`not ${wasInRoom}`, sql`not ${wasLetIn}`);

/** Of whom the name is said; a list of hundreds nobody goes through while an event is on. */
const MOST_NAMED = 200;

type Start = Pick<EventScope, "eventId" | "startsAt">;

const remindedOf = ({ startsAt }: Start) =>
  and(eq(attendanceReminders.registrationId, registrations.id), eq(attendanceReminders.startsAt, startsAt));

/** Who is missing, by name, with when they were reminded of this start; whoever was not comes first. */
export async function missingPeople(reader: Reader, event: Start) {
  return reader
    .select({
      id: registrations.id,
      name: registrations.name,
      organisation: registrations.organisation,
      remindedAt: attendanceReminders.at,
    })
    .from(registrations)
    .leftJoin(attendanceReminders, remindedOf(event))
    .where(isMissing(event.eventId))
    .orderBy(sql`${attendanceReminders.at} nulls first`, asc(registrations.name), asc(registrations.id))
    .limit(MOST_NAMED);
}

/** How many are missing, and how many of them nobody has reminded of this start. */
export async function countMissing(reader: Reader, event: Start) {
  const rows = await reader
    .select({ unreminded: isNull(attendanceReminders.at), people: sql<number>`count(*)`.mapWith(Number) })
    .from(registrations)
    .leftJoin(attendanceReminders, remindedOf(event))
    .where(isMissing(event.eventId))
    .groupBy(sql`1`);
  const of = (unreminded: boolean) => rows.find((row) => row.unreminded === unreminded)?.people ?? 0;
  return { count: of(true) + of(false), unreminded: of(true) };
}

/** Ids of those whom nobody has reminded of this start. */
export const unremindedIds = async (reader: Reader, event: Start): Promise<Id<"registration">[]> =>
  (
    await reader
      .select({ id: registrations.id })
      .from(registrations)
      .leftJoin(attendanceReminders, remindedOf(event))
      .where(and(isMissing(event.eventId), isNull(attendanceReminders.at)))
      .orderBy(asc(registrations.id))
  ).map(({ id }) => id);

/** Who has a seat of each kind, and how many of all came: into the room, or by the door. */
export async function countSeated(reader: Reader, eventId: Id<"event">) {
  const [row] = await reader
    .select({
      online: sql<number>`count(*) filter (where ${registrations.attendance} = 'online')`.mapWith(Number),
      onsite: sql<number>`count(*) filter (where ${registrations.attendance} = 'onsite')`.mapWith(Number),
      letIn: sql<number>`count(*) filter (where ${wasLetIn})`.mapWith(Number),
      came: sql<number>`count(*) filter (where ${wasLetIn} or ${wasInRoom})`.mapWith(Number),
    })
    .from(registrations)
    .where(hasSeat(eventId));
  return row ?? { online: 0, onsite: 0, letIn: 0, came: 0 };
}

/** How many pages are open in the room, and how many of them belong to who runs it. */
export async function countHere(reader: Reader, eventId: Id<"event">, since: Date) {
  const [row] = await reader
    .select({
      online: sql<number>`count(*)`.mapWith(Number),
      hosts: sql<number>`count(*) filter (where ${admissions.role} in ('host', 'cohost'))`.mapWith(Number),
    })
    .from(placements)
    .innerJoin(admissions, eq(admissions.id, placements.admissionId))
    .where(
      and(eq(placements.eventId, eventId), isNotNull(placements.leaseId), gt(placements.lastSeenAt, since)),
    );
  return row ?? { online: 0, hosts: 0 };
}
