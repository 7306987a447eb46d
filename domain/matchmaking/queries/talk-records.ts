import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkPresences } from "@/db/schema/matchmaking-talks";
import { registrations } from "@/db/schema/registration";
import { admissions, participations, rooms, rounds } from "@/db/schema/rooms";
import { settingsOf } from "@/domain/rooms/queries/settings";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { type Seen, type Stay, seenIn } from "../internal/talk-presence";
import { type Came, cameTo, roomOpen, type TalkState, talkState } from "../internal/talk-state";
import type { TalkPlace } from "../rules";

type PersonId = Id<"person">;
type MeetingId = Id<"meeting">;
type Outcome = (typeof meetingPeople.$inferSelect)["outcome"];

/** One person of a talk: whether they came, how long they were in its room, and what came of it for them. */
export type TalkSideRecord = {
  personId: PersonId;
  /** `missed` is a no-show: the room was open for five minutes and they never came. `unknown` where nobody could see it. */
  came: Came;
  /** An organizer said so; it counts instead of what was seen. */
  isCorrected: boolean;
  joinedAt: Date | null;
  /** Whether anybody could see it: not at a table, nor where the event keeps no minutes. */
  isSeen: boolean;
  /** In its room at this moment. */
  isThere: boolean;
  seconds: number;
  /** Of those, together with somebody else of the talk. */
  togetherSeconds: number;
  outcome: Outcome;
};

/** What is known of one talk: the one source of held, no-show and minutes for pages, lists and reports. */
export type TalkRecord = {
  meetingId: MeetingId;
  eventId: Id<"event">;
  startsAt: Date;
  endsAt: Date;
  place: TalkPlace;
  state: TalkState;
  /** Whole minutes in which at least two of its people were in the room together. */
  minutes: number;
  /** Written down for good; before that it is computed from the stays and may still grow. */
  isClosed: boolean;
  /** In the order of their ids. */
  sides: TalkSideRecord[];
};

type Which = { eventId: Id<"event"> } | { meetingIds: readonly MeetingId[] };
type Meeting = { meeting: typeof meetings.$inferSelect; closedAt: Date | null };

const meetingsOf = (reader: Reader, which: Which): Promise<Meeting[]> =>
  reader
    .select({ meeting: meetings, closedAt: rounds.cancelledAt })
    .from(meetings)
    .leftJoin(rounds, eq(rounds.id, meetings.roundId))
    .where(
      "eventId" in which ? eq(meetings.eventId, which.eventId) : inArray(meetings.id, [...which.meetingIds]),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id));

const peopleOf = (reader: Reader, ids: readonly MeetingId[]) =>
  reader
    .select({
      meetingId: meetingPeople.meetingId,
      personId: meetingPeople.personId,
      outcome: meetingPeople.outcome,
      stored: talkPresences,
      attendance: registrations.attendance,
    })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .leftJoin(
      talkPresences,
      and(
        eq(talkPresences.meetingId, meetingPeople.meetingId),
        eq(talkPresences.personId, meetingPeople.personId),
      ),
    )
    .leftJoin(
      registrations,
      and(eq(registrations.eventId, meetings.eventId), eq(registrations.personId, meetingPeople.personId)),
    )
    .where(inArray(meetingPeople.meetingId, [...ids]))
    .orderBy(asc(meetingPeople.personId));

type Person = Awaited<ReturnType<typeof peopleOf>>[number];
type StayRow = Stay & { meetingId: MeetingId; personId: PersonId };

/** Who was connected to the room of these talks. A browser that had merely typed an address is nobody. */
async function staysIn(reader: Reader, ids: readonly MeetingId[]): Promise<StayRow[]> {
  const personId = sql<PersonId | null>`coalesce(${admissions.personId}, ${registrations.personId})`;
  const rows = await reader
    .select({
      meetingId: meetings.id,
      personId,
      from: participations.joinedAt,
      to: participations.leftAt,
    })
    .from(participations)
    .innerJoin(rooms, eq(rooms.id, participations.roomId))
    .innerJoin(meetings, eq(meetings.roundId, rooms.roundId))
    .innerJoin(admissions, eq(admissions.id, participations.admissionId))
    .leftJoin(registrations, eq(registrations.id, admissions.registrationId))
    .where(
      and(inArray(meetings.id, [...ids]), isNotNull(participations.joinedAt), isNull(admissions.claimId)),
    );
  return rows.flatMap(({ personId: whose, from, ...row }) =>
    whose && from ? [{ ...row, personId: whose, from }] : [],
  );
}

const NOBODY: Seen = { joinedAt: null, seconds: 0, togetherSeconds: 0 };

type Known = Meeting & {
  people: readonly Person[];
  stays: readonly StayRow[];
  keepsMinutes: boolean;
  now: Date;
};

const storedSide = (
  { personId, outcome }: Person,
  row: typeof talkPresences.$inferSelect,
): TalkSideRecord => ({
  ...{ personId, outcome, came: row.corrected ?? row.seen, isCorrected: row.corrected !== null },
  ...{
    isThere: false,
    isSeen: row.seen !== "unknown",
    joinedAt: row.joinedAt,
    seconds: row.seconds,
    togetherSeconds: row.togetherSeconds,
  },
});

function sidesOf({ meeting, closedAt, people, stays, keepsMinutes, now }: Known): TalkSideRecord[] {
  const whole = roomOpen(meeting, closedAt);
  const open = { startsAt: whole.startsAt, endsAt: whole.endsAt < now ? whole.endsAt : now };
  const byPerson = new Map(
    people.map(({ personId }) => [personId, stays.filter((stay) => stay.personId === personId)]),
  );
  const seen = seenIn(byPerson, open);
  return people.map((person): TalkSideRecord => {
    const { personId, outcome, stored, attendance } = person;
    if (stored) return storedSide(person, stored);
    const isOnline = meeting.place === "online" || (meeting.place === "mixed" && attendance === "online");
    // Who is missing right now is told in any event; what is over is kept only where minutes are.
    const isSeen = isOnline && (keepsMinutes || now < whole.endsAt);
    const found = (isSeen && seen.get(personId)) || NOBODY;
    const came = cameTo({ open: whole, joinedAt: found.joinedAt, isSeen, now });
    const isThere = isSeen && (byPerson.get(personId) ?? []).some(({ to }) => to === null);
    return { personId, outcome, came, isCorrected: false, isSeen, isThere, ...found };
  });
}

function recordOf(known: Known): TalkRecord {
  const { meeting, people, now } = known;
  const sides = sidesOf(known);
  const { id: meetingId, eventId, startsAt, endsAt, place } = meeting;
  return {
    ...{ meetingId, eventId, startsAt, endsAt, place, sides },
    state: talkState({ meeting, sides, now }),
    minutes: Math.round(Math.max(0, ...sides.map(({ togetherSeconds }) => togetherSeconds)) / 60),
    isClosed: people.length > 0 && people.every(({ stored }) => stored !== null),
  };
}

/**
 * What is known of the talks of an event, or of these: whether each took place, who did not come, and for how many minutes
 * they talked. Of everybody, so the caller has authorised; who did not come is shown to the two and to organizers alone.
 */
export async function talkRecords(
  which: Which,
  now: Date = clockNow(),
  reader: Reader = db(),
): Promise<TalkRecord[]> {
  const found = await meetingsOf(reader, which);
  const ids = found.map(({ meeting }) => meeting.id);
  if (ids.length === 0) return [];
  const people = await peopleOf(reader, ids);
  const open = found.filter(({ meeting }) =>
    people.some(({ meetingId, stored }) => meetingId === meeting.id && !stored),
  );
  const openIds = open.map(({ meeting }) => meeting.id);
  const stays = openIds.length > 0 ? await staysIn(reader, openIds) : [];
  const keeps = new Map<Id<"event">, boolean>();
  for (const eventId of new Set(open.map(({ meeting }) => meeting.eventId)))
    keeps.set(eventId, (await settingsOf(eventId, reader)).recordsAttendance);
  const byMeeting = Map.groupBy(people, ({ meetingId }) => meetingId);
  const staysByMeeting = Map.groupBy(stays, ({ meetingId }) => meetingId);
  return found.map((one) =>
    recordOf({
      ...one,
      people: byMeeting.get(one.meeting.id) ?? [],
      stays: staysByMeeting.get(one.meeting.id) ?? [],
      keepsMinutes: keeps.get(one.meeting.eventId) ?? true,
      now,
    }),
  );
}

/** The record of one talk; undefined where there is none. */
export async function talkRecord(
  meetingId: MeetingId,
  now: Date = clockNow(),
  reader: Reader = db(),
): Promise<TalkRecord | undefined> {
  return (await talkRecords({ meetingIds: [meetingId] }, now, reader))[0];
}
