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
import { EXTENSION_MS, isExtendable, leavesAt, NEXT_WITHIN_MS, waitsInVain } from "../internal/talk-state";
import { meetingPhase, overlaps, type Span } from "../rules";
import { availabilityOf } from "./hindrances";
import { personsOf } from "./sides";
import { type TalkRecord, talkRecords } from "./talk-records";

type MeetingId = Id<"meeting">;
type PersonId = Id<"person">;

/** Both say it for themselves; what follows takes both. */
type Sides = { mine: boolean; theirs: boolean };

/** How one talk goes for one of its people, beyond its times. */
export type TalkCourse = {
  /** When it was to be before it was moved last. */
  movedFrom: Span | null;
  /** Given up by whoever waited. */
  isReleased: boolean;
  /** The other side never came, though the talk has begun. */
  isPartnerMissing: boolean;
  /** The other side was told that somebody waits. */
  isNudged: boolean;
  /** Has waited for five minutes: may move the talk or give it up. */
  waitsInVain: boolean;
  /** Who did not come, once it is over. */
  missed: "me" | "partner" | "both" | null;
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

const sidesIn = (rows: readonly { personId: PersonId }[], me: PersonId): Sides => ({
  mine: rows.some(({ personId }) => personId === me),
  theirs: rows.some(({ personId }) => personId !== me),
});

function missedIn(record: TalkRecord | undefined, me: PersonId): TalkCourse["missed"] {
  const isOver = record && !["ahead", "running"].includes(record.state);
  const missed = isOver ? record.sides.filter(({ came }) => came === "missed") : [];
  const { mine, theirs } = sidesIn(missed, me);
  if (mine) return theirs ? "both" : "me";
  return theirs ? "partner" : null;
}

type Looked = { appointment: Appointment; marks: Marks; record: TalkRecord | undefined; now: Date };

function courseIn({ appointment, marks, record, now }: Looked): TalkCourse {
  const { meeting, me } = appointment;
  const ours = <Row extends { meetingId: MeetingId }>(rows: readonly Row[]) =>
    rows.filter(({ meetingId }) => meetingId === meeting.id);
  const changes = ours(marks.changes);
  const moved = changes.findLast(({ kind }) => kind === "moved");
  const isLive = meetingPhase(meeting, now) === "live";
  const partner = record?.sides.find(({ personId }) => personId !== me.personId);
  const nudges = ours(marks.nudges).filter(({ startsAt }) => +startsAt === +meeting.startsAt);
  return {
    movedFrom: moved ? { startsAt: moved.fromStartsAt, endsAt: moved.fromEndsAt } : null,
    isReleased: changes.at(-1)?.kind === "released",
    isPartnerMissing: isLive && partner?.isSeen === true && partner.joinedAt === null,
    isNudged: sidesIn(nudges, me.personId).theirs,
    waitsInVain: isLive && record !== undefined && waitsInVain(record, me.personId, now),
    missed: missedIn(record, me.personId),
    extension: sidesIn(
      ours(marks.wishes).filter(({ endsAt }) => +endsAt === +meeting.endsAt),
      me.personId,
    ),
    contact: sidesIn(ours(marks.shares), me.personId),
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
  return new Map(
    appointments.map((appointment) => {
      const record = recordOf.get(appointment.meeting.id);
      return [appointment.meeting.id, courseIn({ appointment, marks, record, now })];
    }),
  );
}

const withoutOwn = (slots: readonly Span[], meeting: Span) =>
  slots.filter((slot) => !overlaps(slot, meeting));

/** The next slots in which both people of a talk are free, other than its own. */
export async function otherSlots({ meeting, me, partnerId }: Appointment, now: Date): Promise<Span[]> {
  const personIds = [me.personId, partnerId];
  const free = await commonSlots(db(), { eventId: meeting.eventId, personIds, now });
  return withoutOwn(free, meeting);
}

/** Whether both people of a talk could go on for ten minutes: neither has anything else by then. */
export async function canExtend({ meeting, me, partnerId }: Appointment, now: Date): Promise<boolean> {
  if (meeting.status === "cancelled" || !isExtendable(meeting, now)) return false;
  const personIds = [me.personId, partnerId];
  const more = { startsAt: meeting.endsAt, endsAt: new Date(meeting.endsAt.getTime() + EXTENSION_MS) };
  const of = await availabilityOf(db(), { eventId: meeting.eventId, personIds, during: more });
  return personIds.every((id) => hindranceOf(more, of(id)) === undefined);
}

/** When the other side of a talk has to leave it for their next one; null where they need not. */
export async function partnerLeavesAt({ meeting, partnerId }: Appointment): Promise<Date | null> {
  const { endsAt } = meeting;
  const [next] = await db()
    .select({ startsAt: meetings.startsAt })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .where(
      and(
        eq(meetingPeople.personId, partnerId),
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
): Promise<(TalkCourse & { slots: Span[]; isExtendable: boolean }) | undefined> {
  const ids = await personsOf(db(), viewer);
  const [appointment] = await appointmentsOf(db(), ids, { meetingId });
  const course = appointment && (await coursesOf([appointment], now)).get(meetingId);
  if (!appointment || !course) return undefined;
  const phase = meetingPhase(appointment.meeting, now);
  const isMovable = phase !== "cancelled" && phase !== "over";
  return {
    ...course,
    slots: isMovable ? await otherSlots(appointment, now) : [],
    isExtendable: await canExtend(appointment, now),
  };
}
