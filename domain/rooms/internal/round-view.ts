import type { placements, rooms } from "@/db/schema/rooms";
import type { AgendaItem } from "@/domain/programme/queries/agenda";
import type { Id } from "@/lib/ids";
import { CHOICE_OPENS_MS, isDistributed, roundState } from "../rules";
import type { Admission } from "./admissions";
import { isFresh } from "./presence";
import type { Round } from "./round-rooms";

const iso = (date: Date | null) => date?.toISOString() ?? null;

export type Seat = {
  roomId: Id<"room">;
  roundId: Id<"round">;
  admission: Admission;
  placement: typeof placements.$inferSelect | null;
  returnedAt: Date | null;
  declinedAt: Date | null;
  helpAskedAt: Date | null;
  helpOnTheWayAt: Date | null;
};
type Room = typeof rooms.$inferSelect;
export type Ground = { roomsOfRounds: Room[]; seats: Seat[]; agenda: readonly AgendaItem[] };

export type View = {
  round: Round;
  ground: Ground;
  here: readonly Admission[];
  connected: ReadonlyMap<string, { roomId: string }>;
  now: Date;
};

/** There: LiveKit saw the person in this room, or its browser said so since the round began. */
const hasArrived = ({ connected, now, round }: View, seat: Seat): boolean => {
  if (seat.returnedAt || !isFresh(seat.placement, now)) return false;
  if (connected.get(seat.admission.id)?.roomId === seat.roomId) return true;
  const since = Number(seat.placement?.arrivedEpoch?.split(":")[1] ?? 0);
  return round.startsAt !== null && now >= round.startsAt && since >= round.startsAt.getTime();
};

const personOf = (view: View, seat: Seat) => ({
  admissionId: seat.admission.id,
  name: seat.admission.displayName,
  arrived: hasArrived(view, seat),
  waits: seat.declinedAt !== null && !hasArrived(view, seat),
  helpAskedAt: iso(seat.helpAskedAt),
  helpOnTheWay: seat.helpOnTheWayAt !== null,
});

function sessionOf({ ground }: View, { sessionId, mode }: Room) {
  const item = sessionId ? ground.agenda.find(({ id }) => id === sessionId) : undefined;
  if (!item) return null;
  return {
    title: item.title,
    track: item.track,
    mode: mode ?? "roundtable",
    startsAt: item.startsAt.toISOString(),
    endsAt: item.endsAt.toISOString(),
    speakers: item.speakers.map(({ name }) => name),
  };
}

function roomOf(view: View, room: Room, seats: readonly Seat[]) {
  const people = seats.filter(({ roomId }) => roomId === room.id).map((seat) => personOf(view, seat));
  const isOpen = roundState(view.round, view.now) !== "announced";
  return {
    id: room.id,
    kind: room.kind,
    label: room.label,
    session: sessionOf(view, room),
    here: people.filter(({ arrived }) => arrived || !isOpen).length,
    people,
  };
}

/** Hours before the agenda's rounds begin, everybody is yet to choose: that says nothing. */
const isAsked = ({ rule, startsAt }: Round, now: Date) =>
  rule !== "own_choice" || Number(startsAt) - CHOICE_OPENS_MS <= now.getTime();

/** A round with its rooms and people, as a host reads it. */
export function viewOf(view: View) {
  const { round, ground, here, now } = view;
  const all = ground.seats.filter((seat) => seat.roundId === round.id);
  // Who chose a room and went back has none; who was put into one and went back is missing there.
  const seats = round.rule === "own_choice" ? all.filter(({ returnedAt }) => !returnedAt) : all;
  const seated = new Set(seats.map((seat) => seat.admission.id));
  const byNumber = new Intl.Collator("de", { numeric: true });
  const made = ground.roomsOfRounds.filter((room) => room.roundId === round.id);
  const order = made.sort((a, b) => byNumber.compare(a.label, b.label));
  return {
    id: round.id,
    rule: round.rule,
    groupSize: round.groupSize,
    durationSeconds: round.durationSeconds,
    state: roundState(round, now),
    startsAt: iso(round.startsAt),
    endsAt: iso(round.endsAt),
    allowReturn: round.allowReturn,
    autoMove: round.autoMove,
    message: round.message,
    rooms: order.map((room) => roomOf(view, room, seats)),
    unassigned: isAsked(round, now)
      ? here
          .filter(({ id, role }) => isDistributed(role) && !seated.has(id))
          .map(({ id, displayName }) => ({ admissionId: id, name: displayName }))
      : [],
  };
}
export type RoundView = ReturnType<typeof viewOf>;
