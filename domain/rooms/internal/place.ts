import {
  ANNOUNCED_MS,
  BACKSTAGE_AFTER_MS,
  isHost,
  isOnStage,
  isUnproven,
  NEXT_MS,
  OVERTIME_MS,
  type RoundTimes,
  TALK_GRACE_MS,
  TALK_HANDOVER_MS,
  TALK_OPENS_BEFORE_MS,
} from "../rules";
import type { Epoch, RoomKind, RoomMode, RoomRole, RoundRule } from "../schema";

export type RoomRow = {
  id: string;
  kind: RoomKind;
  label: string;
  lkName: string;
  /** How people take part in it where the room says so itself. */
  mode: RoomMode | null;
  opensAt: Date;
  /** A room of a round may close before the round does. */
  closesAt: Date | null;
  closedAt: Date | null;
};
export type RoundRow = RoundTimes & {
  id: string;
  kind: "breakout" | "talk";
  rule: RoundRule;
  allowReturn: boolean;
  autoMove: boolean;
};
export type AssignmentRow = {
  round: RoundRow;
  room: RoomRow;
  returnedAt: Date | null;
  declinedAt: Date | null;
};
export type PersonRows = {
  role: RoomRole;
  revision: number;
  arrived: Epoch | null;
  /** Has joined before: a locked door keeps out only those who have not. */
  wasHere: boolean;
  /** Let in by hosts; where they let in everybody one by one, the others wait. */
  admitted: boolean;
  /** A speaker whom hosts brought from backstage onto the stage. */
  onStage: boolean;
  /** Until when the person is banned; null when for ever, undefined when not at all. */
  banned: { until: Date | null } | undefined;
  /** A room a host looks into, with its round. */
  visiting: { room: RoomRow; round: RoundRow | null } | null;
  assignments: readonly AssignmentRow[];
};
export type EventRows = {
  cancelled: boolean;
  startsAt: Date;
  endsAt: Date;
  openedAt: Date | null;
  endedAt: Date | null;
  locked: boolean;
  /** Hosts let in everybody one by one. */
  lobby: boolean;
  main: RoomRow | null;
  /** Where speakers are before their turn, and with the hosts once the audience has gone; null while it is shut. */
  backstage: RoomRow | null;
};

export type Stay = { room: RoomRow; round: RoundRow | null; from: number; to: number };
type RoundStay = Stay & { round: RoundRow };
export type WaitReason = "not_open" | "hosts_only" | "locked" | "lobby" | "talk_lobby";
export type Place =
  | { state: "removed"; until: Date | null }
  | { state: "ended" }
  | { state: "wait"; reason: WaitReason; opensAt: Date | null }
  | { state: "room"; room: RoomRow; round: RoundRow | null; epoch: Epoch };

export const isSet = (row: AssignmentRow) =>
  row.round.startsAt !== null && row.round.endsAt !== null && !row.round.cancelledAt && !row.returnedAt;

/** One person's talks in order. The end of one and the lobby of the next never overlap. */
function talkStays(person: PersonRows): RoundStay[] {
  const talks = person.assignments
    .filter((row) => row.round.kind === "talk" && isSet(row))
    .map((row) => ({ ...row, start: Number(row.round.startsAt), end: Number(row.round.endsAt) }))
    .sort((a, b) => a.start - b.start);
  let free = Number.NEGATIVE_INFINITY;
  return talks.map(({ room, round, start, end }, index) => {
    const next = talks[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const from = Math.max(start - TALK_OPENS_BEFORE_MS, free);
    const to = Math.min(end + TALK_GRACE_MS, Math.max(end + TALK_HANDOVER_MS, next - TALK_OPENS_BEFORE_MS));
    free = to;
    return { room, round, from, to };
  });
}

/** A round that does not move people, or one the person answered with „Noch nicht“, waits for a click. */
const hasAccepted = (person: PersonRows, { round, declinedAt }: AssignmentRow) =>
  (round.autoMove && !declinedAt) || (person.arrived?.[1] ?? 0) >= Number(round.startsAt);

/** When a breakout is there for its people: while its round runs, or the part of it that its own agenda item takes. */
export const spanOf = ({ round, room }: Pick<AssignmentRow, "round" | "room">) => ({
  from: Math.max(Number(round.startsAt), room.opensAt.getTime()),
  to: Math.min(Number(round.endsAt), room.closesAt?.getTime() ?? Number.POSITIVE_INFINITY),
});

/** Where two rounds meet, because one was extended, the later one has its people. */
const breakoutStays = (person: PersonRows): Stay[] =>
  person.assignments
    .filter((row) => row.round.kind === "breakout" && isSet(row) && hasAccepted(person, row))
    .map((row) => ({ room: row.room, round: row.round, ...spanOf(row) }))
    .sort((one, other) => other.from - one.from);

const visitStays = (person: PersonRows): Stay[] => {
  if (!person.visiting || !isHost(person.role)) return [];
  const { room, round } = person.visiting;
  const to = round?.cancelledAt
    ? Number.NEGATIVE_INFINITY
    : Number(round?.endsAt ?? Number.POSITIVE_INFINITY);
  return [{ room, round, from: 0, to }];
};

/** Every interval with a room of its own, the stronger claim first: a visit, then talks, then breakouts. */
export function staysOf(person: PersonRows): Stay[] {
  if (isUnproven(person.role)) return [];
  return [...visitStays(person), ...talkStays(person), ...breakoutStays(person)].filter(
    (stay) => stay.room.closedAt === null,
  );
}

const boundariesOf = (stays: readonly Stay[], event: EventRows): number[] =>
  [
    ...stays.flatMap((stay) => [stay.from, stay.to]),
    Number(event.openedAt ?? 0),
    Number(event.endedAt ?? 0),
  ].filter(Number.isFinite);

/** True once nobody may be in the plenary any more: ended by hosts, or long over. */
export const isOver = (event: EventRows, now: Date) =>
  event.cancelled || event.endedAt !== null || now.getTime() >= event.endsAt.getTime() + OVERTIME_MS;

/** True while those on stage can stay together behind it, though the audience has gone. */
export const isAfterwards = ({ cancelled, endedAt, backstage }: EventRows, now: Date) =>
  !cancelled &&
  endedAt !== null &&
  backstage !== null &&
  now.getTime() < endedAt.getTime() + BACKSTAGE_AFTER_MS;

/** Speakers are behind the stage until hosts bring them onto it; afterwards everybody of the stage is. */
export const isBehind = (person: PersonRows, event: EventRows, now: Date) =>
  event.backstage !== null &&
  isOnStage(person.role) &&
  (isOver(event, now) ? isAfterwards(event, now) : !isHost(person.role) && !person.onStage);

/** Waits until hosts say yes to this one person. */
export const isInLobby = (person: PersonRows, event: EventRows) =>
  event.lobby && !person.admitted && !isOnStage(person.role);

/** Where somebody is while no round or visit has them. */
function baseOf(person: PersonRows, event: EventRows, now: Date): RoomRow | null {
  if (isBehind(person, event, now)) return event.backstage;
  return mayBeInMain(person, event, now) ? event.main : null;
}

/** Without a live plenary, the lobby of a talk is where people wait from this long before it opens. */
const LOBBY_MS = 1_800_000;

function waiting(person: PersonRows, event: EventRows, now: Date): Place {
  const at = now.getTime();
  const talk = staysOf(person).filter((stay) => stay.round?.kind === "talk" && stay.from > at)[0];
  const over = isOver(event, now);
  if (talk && (over || talk.from < Math.max(Number(event.startsAt), at + LOBBY_MS))) {
    return { state: "wait", reason: "talk_lobby", opensAt: new Date(talk.from) };
  }
  if (over) return { state: "ended" };
  if (event.openedAt && event.locked && !person.wasHere) {
    return { state: "wait", reason: "locked", opensAt: null };
  }
  if (event.openedAt && event.openedAt <= now && isInLobby(person, event)) {
    return { state: "wait", reason: "lobby", opensAt: null };
  }
  const early = at < event.startsAt.getTime();
  return { state: "wait", reason: early ? "not_open" : "hosts_only", opensAt: event.startsAt };
}

export const mayBeInMain = (person: PersonRows, event: EventRows, now: Date) => {
  if (isOver(event, now)) return false;
  if (isOnStage(person.role)) return true;
  if (event.openedAt === null || event.openedAt > now || isInLobby(person, event)) return false;
  return !(event.locked && !person.wasHere);
};

/**
 * Where a person belongs at `now`. For unchanged rows the epoch never shrinks as time goes on; every change of the
 * person's rows raises the revision in front of it.
 */
export function place(person: PersonRows, event: EventRows, now: Date): Place {
  const at = now.getTime();
  if (person.banned && (person.banned.until === null || person.banned.until > now)) {
    return { state: "removed", until: person.banned.until };
  }
  if (event.cancelled) return { state: "ended" };
  const stays = staysOf(person);
  const over = isOver(event, now);
  const waits = isInLobby(person, event);
  const stay = stays.find(
    ({ from, to, round }) => from <= at && at < to && (round?.kind === "talk" || !(over || waits)),
  );
  const since = Math.max(0, ...boundariesOf(stays, event).filter((boundary) => boundary <= at));
  const room = stay?.room ?? baseOf(person, event, now);
  if (!room) return waiting(person, event, now);
  return { state: "room", room, round: stay?.round ?? null, epoch: [person.revision, since] };
}

export type Coming = { room: RoomRow; round: RoundRow | null; epoch: Epoch; from: Date; autoMove: boolean };

/** The room that follows within 30 s, or that waits for the person's click; null when nothing changes. */
export function comingPlace(person: PersonRows, event: EventRows, now: Date): Coming | null {
  const at = now.getTime();
  const here = place(person, event, now);
  if (here.state !== "room") return null;
  const offered = person.assignments.find(
    (row) =>
      isSet(row) &&
      row.round.kind === "breakout" &&
      !hasAccepted(person, row) &&
      spanOf(row).from - NEXT_MS <= at &&
      at < spanOf(row).to,
  );
  if (offered && !isUnproven(person.role)) {
    const from = new Date(spanOf(offered).from);
    const epoch: Epoch = [person.revision, from.getTime()];
    return { room: offered.room, round: offered.round, epoch, from, autoMove: false };
  }
  const boundaries = boundariesOf(staysOf(person), event)
    .filter((boundary) => boundary > at && boundary <= at + NEXT_MS)
    .sort((a, b) => a - b);
  for (const boundary of boundaries) {
    const then = place(person, event, new Date(boundary));
    if (then.state !== "room" || then.room.id === here.room.id) continue;
    return {
      room: then.room,
      round: then.round,
      epoch: then.epoch,
      from: new Date(boundary),
      autoMove: true,
    };
  }
  return null;
}

/** A round or talk the person should know of but not yet prepare for. `from` is when its room opens to them. */
export function announcedRound(person: PersonRows, now: Date): RoundStay | null {
  if (isUnproven(person.role)) return null;
  const at = now.getTime();
  const breakouts = person.assignments
    .filter((row) => row.round.kind === "breakout" && isSet(row))
    .map((row) => ({ room: row.room, round: row.round, ...spanOf(row) }));
  const soon = [...talkStays(person), ...breakouts].filter(({ round, from }) => {
    const ahead = (round.kind === "talk" ? Number(round.startsAt) : from) - at;
    return ahead > 0 && ahead <= ANNOUNCED_MS[round.kind];
  });
  return soon.sort((a, b) => Number(a.round.startsAt) - Number(b.round.startsAt))[0] ?? null;
}
