import type { attendanceRecords } from "@/db/schema/attendance";
import type { participations } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import type { MeetingPersonRow, MeetingRow } from "./makers/matchmaking";
import type { EventRow } from "./makers/programme";
import type { RegistrationRow } from "./makers/registration";
import {
  type AdmissionRow,
  type AssignmentRow,
  admissionRow,
  type LiveSessionRow,
  liveSessionRow,
  mainRoomRow,
  type RoomRow,
  type RoundRow,
} from "./makers/rooms";
import { type Dice, seedId } from "./random";
import { later } from "./timetable";

/** Gives a name that LiveKit has never seen; the one part of the seed that is not repeatable. */
export type NameRoom = () => string;

type ParticipationRow = typeof participations.$inferInsert;
type AttendanceRow = typeof attendanceRecords.$inferInsert;
export type Attendance = {
  admissions: AdmissionRow[];
  participations: ParticipationRow[];
  attendanceRecords: AttendanceRow[];
};
export type TalkRooms = {
  rooms: RoomRow[];
  rounds: RoundRow[];
  admissions: AdmissionRow[];
  assignments: AssignmentRow[];
};

const admissionId = (eventId: Id<"event">, personId: Id<"person">) =>
  seedId("admission", `${eventId}:${personId}`);

/** The plenary of an event that has begun: open for everybody, or closed with the event. */
export function plenaryOf(event: EventRow, nameRoom: NameRoom) {
  const session = liveSessionRow(seedId("liveSession", event.slug), event);
  const id = seedId("room", `${event.slug}:main`);
  return { session, main: mainRoomRow(session, { id, label: event.title.slice(0, 80), lkName: nameRoom() }) };
}

/** Who was there in an event that is over: about three in four, most of them to the end. */
export function attendanceOf(
  event: EventRow,
  { main, guests, rolls }: { main: RoomRow; guests: readonly RegistrationRow[]; rolls: Dice },
): Attendance {
  const minutes = (event.endsAt.getTime() - event.startsAt.getTime()) / 60_000;
  const stays = guests.flatMap((guest) => {
    if (guest.status !== "confirmed" || !guest.personId || rolls.next() > 0.75) return [];
    const late = rolls.between(0, 6);
    const early = rolls.next() < 0.2 ? rolls.between(5, Math.floor(minutes / 2)) : 0;
    const id = admissionId(event.id, guest.personId);
    return [{ id, guest, joinedAt: later(event.startsAt, late), leftAt: later(event.endsAt, -early) }];
  });
  return {
    admissions: stays.map(({ id, guest }) => admissionRow(id, guest)),
    participations: stays.map(({ id, joinedAt, leftAt }) => ({
      participantSid: `PA_${id.slice(4, 16)}`,
      eventId: event.id,
      admissionId: id,
      roomId: main.id,
      joinedAt,
      leftAt,
      source: "webhook",
    })),
    attendanceRecords: stays.map(({ id, joinedAt, leftAt }) => ({
      eventId: event.id,
      admissionId: id,
      seconds: (leftAt.getTime() - joinedAt.getTime()) / 1000,
      closedAt: later(event.endsAt, 30),
    })),
  };
}

type TalkRoomsInput = {
  event: EventRow;
  session: LiveSessionRow;
  meetings: readonly MeetingRow[];
  people: readonly MeetingPersonRow[];
  guests: readonly RegistrationRow[];
  nameRoom: NameRoom;
  now: Date;
};

/** Each talk is a round with one room and two assignments. */
export function talkRoomsOf(input: TalkRoomsInput): TalkRooms {
  const { event, session, meetings, people, guests, nameRoom, now } = input;
  const roomOf = (meetingId: Id<"meeting">) => seedId("room", `talk:${meetingId}`);
  const roundOf = new Map(meetings.map(({ id, roundId }) => [id, roundId]));
  const talking = new Set<string>(people.map(({ personId }) => personId));
  return {
    rounds: meetings.flatMap(({ roundId, startsAt, endsAt, createdAt }) =>
      roundId ? [talkRound(roundId, { liveSessionId: session.id, startsAt, endsAt, createdAt })] : [],
    ),
    rooms: meetings.map((meeting) => ({
      id: roomOf(meeting.id),
      liveSessionId: session.id,
      kind: "talk",
      roundId: meeting.roundId,
      label: guests
        .filter(({ personId }) =>
          people.some((person) => person.meetingId === meeting.id && person.personId === personId),
        )
        .map(({ name }) => name)
        .join(" · "),
      lkName: nameRoom(),
      opensAt: later(meeting.startsAt, -2),
      closedAt: meeting.endsAt < now ? later(meeting.endsAt, 5) : null,
    })),
    admissions: guests.flatMap((guest) =>
      guest.personId && talking.has(guest.personId)
        ? [admissionRow(admissionId(event.id, guest.personId), guest)]
        : [],
    ),
    assignments: people.flatMap(({ meetingId, personId }) => {
      const roundId = roundOf.get(meetingId);
      return roundId
        ? [{ roundId, admissionId: admissionId(event.id, personId), roomId: roomOf(meetingId) }]
        : [];
    }),
  };
}

/**
 * Who was in the rooms of talks that are over: both for all of it, but of one that did not take place the first alone. A
 * talk of which nobody said anything took place.
 */
export function staysInTalks({ event, meetings, people, now }: TalkRoomsInput): ParticipationRow[] {
  return meetings
    .filter(({ endsAt }) => endsAt < now)
    .flatMap(({ id: meetingId, startsAt, endsAt }) => {
      const sides = people.filter((person) => person.meetingId === meetingId);
      const came = sides.some(({ outcome }) => outcome === "did_not_happen") ? sides.slice(0, 1) : sides;
      return came.map(({ personId }) => ({
        participantSid: `PA_${seedId("admission", `${meetingId}:${personId}`).slice(4)}`,
        eventId: event.id,
        admissionId: admissionId(event.id, personId),
        roomId: seedId("room", `talk:${meetingId}`),
        joinedAt: later(startsAt, -1),
        leftAt: endsAt,
        source: "webhook" as const,
      }));
    });
}

const talkRound = (
  id: Id<"round">,
  times: Pick<RoundRow, "liveSessionId" | "startsAt" | "endsAt" | "createdAt">,
): RoundRow => ({
  id,
  ...times,
  kind: "talk",
  rule: "talk",
  groupSize: 2,
  durationSeconds: 1200,
  canJoinLater: false,
});
