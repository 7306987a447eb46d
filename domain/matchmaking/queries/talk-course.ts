import "server-only";
import { and, asc, eq, gte, inArray, lt } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import {
  contactShares,
  talkChanges,
  talkExtensions,
  talkNotes,
  talkNudges,
} from "@/db/schema/matchmaking-talks";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { appointmentsOf } from "../internal/appointments";
import { commonSlots } from "../internal/bookings";
import { hindranceOf } from "../internal/free-times";
import {
  EXTENSION_MS,
  isExtendable,
  leavesAt,
  MOST_EXTENSIONS,
  missingIn,
  NEXT_WITHIN_MS,
  waitsInVain,
} from "../internal/talk-state";
import { meetingPhase, overlaps, type Span } from "../rules";
import { availabilityOf } from "./hindrances";
import { personsOf } from "./sides";
import { extensionsOf } from "./talk-extensions";
import { type TalkRecord, talkRecords } from "./talk-records";

type MeetingId = Id<"meeting">;
type PersonId = Id<"person">;

/** Everybody says it for themselves: whether I have, and who of the others has and has not. */
export type Sides = { mine: boolean; said: PersonId[]; open: PersonId[] };

/** How one talk goes for one of its people, beyond its times. */
export type TalkCourse = {
  /** When it was to be before it was moved last. */
  movedFrom: Span | null;
  /** Given up by whoever waited. */
  isReleased: boolean;
  /** None of the others ever came, though the talk has begun. */
  isPartnerMissing: boolean;
  /** Others were told that somebody waits. */
  isNudged: boolean;
  /** Has waited for five minutes: may move the talk or give it up. */
  waitsInVain: boolean;
  /** Who did not come, once it is over. */
  missed: { mine: boolean; theirs: PersonId[]; all: boolean } | null;
  /** Who would like to go on after the end. */
  extension: Sides;
  /** Who gives their address. */
  contact: Sides;
  /** For oneself alone. */
  note: string;
};

async function marksOf(reader: Reader, meetingIds: readonly MeetingId[]) {
  const ids = [...meetingIds];
  const [changes, nudges, wishes, shares, notes] = await Promise.all([
    reader
      .select()
      .from(talkChanges)
      .where(inArray(talkChanges.meetingId, ids))
      .orderBy(asc(talkChanges.sequence)),
    reader.select().from(talkNudges).where(inArray(talkNudges.meetingId, ids)),
    reader.select().from(talkExtensions).where(inArray(talkExtensions.meetingId, ids)),
    reader.select().from(contactShares).where(inArray(contactShares.meetingId, ids)),
    reader.select().from(talkNotes).where(inArray(talkNotes.meetingId, ids)),
  ]);
  return { changes, nudges, wishes, shares, notes };
}

type Marks = Awaited<ReturnType<typeof marksOf>>;
type Appointment = Awaited<ReturnType<typeof appointmentsOf>>[number];

type Talk = { me: PersonId; others: readonly PersonId[] };

function sidesIn(rows: readonly { personId: PersonId }[], { me, others }: Talk): Sides {
  const saidSo = new Set(rows.map(({ personId }) => personId));
  return {
    mine: saidSo.has(me),
    said: others.filter((id) => saidSo.has(id)),
    open: others.filter((id) => !saidSo.has(id)),
  };
}

function missedIn(record: TalkRecord | undefined, talk: Talk): TalkCourse["missed"] {
  const isOver = record && !["ahead", "running"].includes(record.state);
  const missed = isOver ? record.sides.filter(({ came }) => came === "missed") : [];
  if (missed.length === 0) return null;
  const { mine, said: theirs, open } = sidesIn(missed, talk);
  return { mine, theirs, all: mine && open.length === 0 };
}

type Looked = { appointment: Appointment; marks: Marks; record: TalkRecord | undefined; now: Date } & {
  others: readonly PersonId[];
};

function courseIn({ appointment, marks, record, now, others }: Looked): TalkCourse {
  const { meeting, me } = appointment;
  const talk = { me: me.personId, others };
  const ours = <Row extends { meetingId: MeetingId }>(rows: readonly Row[]) =>
    rows.filter(({ meetingId }) => meetingId === meeting.id);
  const changes = ours(marks.changes);
  const moved = changes.findLast(({ kind }) => kind === "moved");
  const isLive = meetingPhase(meeting, now) === "live";
  const sides = record?.sides.filter(({ personId }) => personId !== me.personId) ?? [];
  const nudges = ours(marks.nudges).filter(({ startsAt }) => +startsAt === +meeting.startsAt);
  return {
    movedFrom: moved ? { startsAt: moved.fromStartsAt, endsAt: moved.fromEndsAt } : null,
    isReleased: changes.at(-1)?.kind === "released",
    isPartnerMissing: isLive && sides.length > 0 && missingIn({ sides }).length === sides.length,
    isNudged: sidesIn(nudges, talk).said.length > 0,
    waitsInVain: isLive && record !== undefined && waitsInVain(record, me.personId, now),
    missed: missedIn(record, talk),
    extension: sidesIn(
      ours(marks.wishes).filter(({ endsAt }) => +endsAt === +meeting.endsAt),
      talk,
    ),
    contact: sidesIn(ours(marks.shares), talk),
    note: ours(marks.notes).find(({ personId }) => personId === me.personId)?.text ?? "",
  };
}

/** How these talks go for their `me`, by meeting. For queries that have found them for their viewer. */
export async function coursesOf(
  appointments: readonly Appointment[],
  now: Date,
): Promise<Map<MeetingId, TalkCourse>> {
  const meetingIds = appointments.map(({ meeting }) => meeting.id);
  if (meetingIds.length === 0) return new Map();
  const [marks, records] = await Promise.all([marksOf(db(), meetingIds), talkRecords({ meetingIds }, now)]);
  const recordOf = new Map(records.map((record) => [record.meetingId, record]));
  // A row for each of the others.
  const rowsOf = Map.groupBy(appointments, ({ meeting }) => meeting.id);
  return new Map(
    [...rowsOf].flatMap(([id, rows]) => {
      const [appointment] = rows;
      if (!appointment) return [];
      const mine = rows.filter(({ me }) => me.personId === appointment.me.personId);
      const others = mine.map(({ partnerId }) => partnerId);
      return [[id, courseIn({ appointment, marks, record: recordOf.get(id), now, others })] as const];
    }),
  );
}

/** What their `me` noted about these talks, by meeting. */
export async function ownNotes(appointments: readonly Appointment[]): Promise<Map<MeetingId, string>> {
  const ids = appointments.map(({ meeting }) => meeting.id);
  if (ids.length === 0) return new Map();
  const rows = await db().select().from(talkNotes).where(inArray(talkNotes.meetingId, ids));
  const isMine = ({ meetingId, personId }: (typeof rows)[number]) =>
    appointments.some(({ meeting, me }) => meeting.id === meetingId && me.personId === personId);
  return new Map(rows.filter(isMine).map(({ meetingId, text }) => [meetingId, text]));
}

const withoutOwn = (slots: readonly Span[], meeting: Span) =>
  slots.filter((slot) => !overlaps(slot, meeting));

/** Everybody who is in a talk. */
async function peopleOf({ meeting }: Appointment): Promise<PersonId[]> {
  const rows = await db()
    .select({ personId: meetingPeople.personId })
    .from(meetingPeople)
    .where(eq(meetingPeople.meetingId, meeting.id));
  return rows.map(({ personId }) => personId);
}

/** The next slots in which all people of a talk are free, other than its own. */
export async function otherSlots(appointment: Appointment, now: Date): Promise<Span[]> {
  const { meeting } = appointment;
  const personIds = await peopleOf(appointment);
  const free = await commonSlots(db(), { eventId: meeting.eventId, personIds, now });
  return withoutOwn(free, meeting);
}

/** Whether the people of a talk could go on for ten minutes: nobody has anything else by then, and it was not so often enough. */
export async function canExtend(appointment: Appointment, now: Date): Promise<boolean> {
  const { meeting } = appointment;
  if (meeting.status === "cancelled" || !isExtendable(meeting, now)) return false;
  if (await isLongEnough(appointment)) return false;
  const personIds = await peopleOf(appointment);
  const more = { startsAt: meeting.endsAt, endsAt: new Date(meeting.endsAt.getTime() + EXTENSION_MS) };
  const of = await availabilityOf(db(), { eventId: meeting.eventId, personIds, during: more });
  return personIds.every((id) => hindranceOf(more, of(id)) === undefined);
}

/** Whether a talk was made longer as often as one can be. */
export const isLongEnough = async ({ meeting }: Appointment): Promise<boolean> =>
  (await extensionsOf(db(), meeting)) >= MOST_EXTENSIONS;

/** When the first of the others has to leave a talk for their next one; null where nobody need. */
export async function partnerLeavesAt(appointment: Appointment): Promise<Date | null> {
  const { meeting, me } = appointment;
  const { endsAt } = meeting;
  const others = (await peopleOf(appointment)).filter((id) => id !== me.personId);
  const [next] = await db()
    .select({ startsAt: meetings.startsAt })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .where(
      and(
        inArray(meetingPeople.personId, others),
        eq(meetingPeople.status, "accepted"),
        gte(meetings.startsAt, endsAt),
        lt(meetings.startsAt, new Date(endsAt.getTime() + NEXT_WITHIN_MS)),
      ),
    )
    .orderBy(asc(meetings.startsAt))
    .limit(1);
  return leavesAt(endsAt, next?.startsAt);
}

/** How one talk of the viewer goes, and where it could move to; undefined for anybody else's. */
export async function courseOf(
  viewer: Actor,
  meetingId: MeetingId,
  now = clockNow(),
): Promise<(TalkCourse & { slots: Span[]; isExtendable: boolean; isLongEnough: boolean }) | undefined> {
  const ids = await personsOf(db(), viewer);
  const appointments = await appointmentsOf(db(), ids, { meetingId });
  const [appointment] = appointments;
  const course = appointment && (await coursesOf(appointments, now)).get(meetingId);
  if (!appointment || !course) return undefined;
  const phase = meetingPhase(appointment.meeting, now);
  const isMovable = phase !== "cancelled" && phase !== "over";
  return {
    ...course,
    slots: isMovable ? await otherSlots(appointment, now) : [],
    isExtendable: await canExtend(appointment, now),
    isLongEnough: phase === "live" && (await isLongEnough(appointment)),
  };
}
