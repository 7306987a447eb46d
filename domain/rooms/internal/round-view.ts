import type { placements, rooms } from "@/db/schema/rooms";
import type { AgendaItem } from "@/domain/programme/queries/agenda";
import type { Id } from "@/lib/ids";
import { CHOICE_OPENS_MS, isChosen, isDistributed, roundState } from "../rules";
import { mayListenIn } from "../rules/asides";
import type { Admission } from "./admissions";
import type { Aside } from "./asides";
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
export type Ground = {
  roomsOfRounds: Room[];
  seats: Seat[];
  agenda: readonly AgendaItem[];
  asides: readonly Aside[];
  networkings: ReadonlyMap<string, { rounds: number; stoppedAt: Date | null }>;
};

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
  const there = people.filter(({ arrived }) => arrived).length;
  return {
    id: room.id,
    kind: room.kind,
    label: room.label,
    session: sessionOf(view, room),
    endsAt: iso(endOf(view.round, room)),
    asides: view.ground.asides
      .filter(({ roundId, roomId }) => roomId === room.id || (roomId === null && roundId === room.roundId))
      .map(({ kind, name }) => ({ kind, name })),
    canListen: mayListenIn({ kind: room.kind, rule: view.round.rule, people: there }),
    here: people.filter(({ arrived }) => arrived || !isOpen).length,
    people,
  };
}

const endOf = ({ endsAt }: Round, { closesAt }: Room) =>
  closesAt && endsAt && closesAt < endsAt ? closesAt : endsAt;

/** Which round of a speed networking it is. */
function networkingOf({ networkingId, position }: Round, { networkings }: Ground) {
  const found = networkingId && networkings.get(networkingId);
  if (!networkingId || !found || position === null) return null;
  return { id: networkingId, position, of: found.rounds, isStopped: found.stoppedAt !== null };
}

/** Hours before the agenda's rounds begin, everybody is yet to choose: that says nothing. */
const isAsked = ({ rule, startsAt }: Round, now: Date) =>
  rule !== "own_choice" || Number(startsAt) - CHOICE_OPENS_MS <= now.getTime();

/** A round with its rooms and people, as a host reads it. */
export function viewOf(view: View) {
  const { round, ground, here, now } = view;
  const all = ground.seats.filter((seat) => seat.roundId === round.id);
  // Who chose a room and went back has none; who was put into one and went back is missing there.
  const seats = isChosen(round.rule) ? all.filter(({ returnedAt }) => !returnedAt) : all;
  const seated = new Set(seats.map((seat) => seat.admission.id));
  const byNumber = new Intl.Collator("de", { numeric: true });
  const made = ground.roomsOfRounds.filter((room) => room.roundId === round.id);
  const order = made.sort((a, b) => byNumber.compare(a.label, b.label));
  return {
    id: round.id,
    rule: round.rule,
    title: round.title,
    networking: networkingOf(round, ground),
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
