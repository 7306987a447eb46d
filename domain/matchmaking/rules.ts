/** Times, states and refusals of talks by appointment. Pure: every rule takes `now`. */
import type { Words } from "@/domain/board/labels";
import { TALK_OPENS_BEFORE_MS } from "@/domain/rooms/rules";

export type Span = { startsAt: Date; endsAt: Date };
export type TalkWindow = Span & { slotMinutes: number; pauseMinutes: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Open requests that one person may have out in one event at first, and at most. */
export const OPEN_REQUESTS = 5;
export const MOST_OPEN_REQUESTS = 10;
/** So long a request counts that was taken back: the other side has its mail all the same. */
export const MAILED_COUNTS_MS = HOUR;
/** Times that one person asks the same other in a day, whatever becomes of it: each is a mail to them. */
export const ASKED_A_DAY = 3;
/** Slots that a request offers. */
export const OFFERED_SLOTS = 3;
/** So long after its start, whoever waits in a talk need not wait any longer. */
export const GIVE_UP_MS = 5 * MINUTE;
/** From so long before its end on a talk can be made longer: who has just begun need not be asked. */
export const ASKS_FOR_MORE_MS = 5 * MINUTE;
/** Nobody is asked for a talk that starts sooner than this: the other side has to read it first. */
export const LEAD_MS = 5 * MINUTE;

/**
 * A plan gives nobody a new talk sooner than this, and moves none that begins sooner: it has to be looked at, published,
 * mailed and read first. What an organizer then publishes or moves by hand is held to the limit above, as any booking is.
 */
export const PLAN_LEAD_MS = 30 * MINUTE;

export const overlaps = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** The slots of a window, back to back with their pauses; the last one ends within it. */
export function slotsOf(window: TalkWindow): Span[] {
  const length = window.slotMinutes * MINUTE;
  const step = length + window.pauseMinutes * MINUTE;
  if (length <= 0) return [];
  const count = Math.floor(
    (window.endsAt.getTime() - window.startsAt.getTime() + window.pauseMinutes * MINUTE) / step,
  );
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const start = window.startsAt.getTime() + index * step;
    return { startsAt: new Date(start), endsAt: new Date(start + length) };
  });
}

type FreeSlots = { window: TalkWindow; busy: readonly Span[]; now: Date; most?: number };

/** The earliest slots that nobody of `busy` is in and that lie far enough ahead. Tentative requests never block. */
export function freeSlots({ window, busy, now, most = OFFERED_SLOTS }: FreeSlots): Span[] {
  const earliest = now.getTime() + LEAD_MS;
  return slotsOf(window)
    .filter((slot) => slot.startsAt.getTime() >= earliest && !busy.some((taken) => overlaps(slot, taken)))
    .slice(0, most);
}

/** A request lasts 48 hours, or until 2 hours before its first slot, but in the last hours until that slot itself. */
export function expiryOf(now: Date, slots: readonly Span[]): Date {
  const first = Math.min(...slots.map((slot) => slot.startsAt.getTime()));
  const last = Math.max(...slots.map((slot) => slot.startsAt.getTime()));
  const early = first - 2 * HOUR;
  // Asked on the day itself, "2 hours before" is over or nearly so: the offer then stands until its last slot begins.
  if (early - now.getTime() < HOUR) return new Date(last);
  return new Date(Math.min(now.getTime() + 48 * HOUR, early));
}

/**
 * A changed request lasts as if it were asked now, but not past its first 48 hours: nobody keeps one alive by changing it.
 * Where those are over, as on the day itself they may be, its new slots alone decide.
 */
export function expiryAfterChange(askedAt: Date, now: Date, slots: readonly Span[]): Date {
  const anew = expiryOf(now, slots);
  const first = new Date(askedAt.getTime() + 48 * HOUR);
  return first > now && first < anew ? first : anew;
}

/** Whoever answers others may ask more: each answer is worth one request more at the same time. */
export const openQuota = (answers: number): number => Math.min(OPEN_REQUESTS + answers, MOST_OPEN_REQUESTS);

export type RequestRow = {
  status: "requested" | "accepted" | "declined" | "countered" | "cancelled";
  expiresAt: Date;
};
export type RequestState = RequestRow["status"] | "expired";

/** Expiry is a matter of time, not of a job that has run. */
export const requestState = (request: RequestRow, now: Date): RequestState =>
  request.status === "requested" && now >= request.expiresAt ? "expired" : request.status;

/** What one may do with a request in each of its states. */
export const nextRequestStates = {
  requested: ["accepted", "declined", "countered", "cancelled"],
  accepted: [],
  declined: [],
  countered: [],
  cancelled: [],
  expired: [],
} as const satisfies Record<RequestState, readonly RequestState[]>;

export type MeetingRow = Span & { status: "accepted" | "cancelled" };
export type MeetingPhase = "ahead" | "lobby" | "live" | "over" | "cancelled";

/** Where a talk stands, by time alone. The room is open during `lobby` and `live`. */
export function meetingPhase(meeting: MeetingRow, now: Date): MeetingPhase {
  if (meeting.status === "cancelled") return "cancelled";
  if (now >= meeting.endsAt) return "over";
  if (now >= meeting.startsAt) return "live";
  return meeting.startsAt.getTime() - now.getTime() <= TALK_OPENS_BEFORE_MS ? "lobby" : "ahead";
}

/** So long after a talk its people can say what came of it. */
const SAYABLE_MS = 3 * 24 * 3_600_000;

/** Whether what came of a talk can still be said. The report tells it afterwards: a sum that grows tells who made it grow. */
export const canSayOutcome = ({ endsAt }: Pick<Span, "endsAt">, now: Date): boolean =>
  now.getTime() < endsAt.getTime() + SAYABLE_MS;

/** One side of a talk, as its registration says. */
export type Side = {
  status: "confirmed" | "waiting" | "offered" | "pending" | "declined" | "cancelled";
  talksOptIn: boolean;
  proven: boolean;
  /** By the hosts, from the event. */
  isBanned?: boolean;
};

export const takesTalks = (side: Side | undefined): boolean =>
  side !== undefined && side.status === "confirmed" && side.talksOptIn && side.proven && !side.isBanned;

type Wish = {
  me: string;
  partner: string;
  mySide: Side | undefined;
  partnerSide: Side | undefined;
  eventOpen: boolean;
  window: TalkWindow | undefined;
  wanted: readonly Date[];
  busy: readonly Span[];
  /** Where else the two are, or don't want to talk. */
  mineAway?: readonly Span[];
  partnerAway?: readonly Span[];
  openRequests: number;
  /** How many requests of others this person has answered in the event. */
  answers?: number;
  /** A request between the two, either way, that waits for an answer. */
  openBetween: boolean;
  /** They asked this person within the hour, and took it back. */
  askedLately?: boolean;
  /** How often they have asked this person within a day. */
  askedToday?: number;
  /** One has blocked the other, hides from their organisation, or takes no talks at all. */
  apart: boolean;
  meetBetween: boolean;
  now: Date;
};

export type RequestRefusal =
  | "with_oneself"
  | "shut_out"
  | "not_opted_in"
  | "partner_unavailable"
  | "no_talks"
  | "outside_window"
  | "slot_past"
  | "slot_taken"
  | "own_time_taken"
  | "not_available"
  | "already_asked"
  | "asked_lately"
  | "asked_enough"
  | "already_meeting"
  | "too_many_open";

/** Why these two can't talk, whenever that is. */
function pairRefusal({ me, partner, mySide, partnerSide, apart }: Wish): RequestRefusal | undefined {
  if (me === partner) return "with_oneself";
  if (mySide?.isBanned) return "shut_out";
  if (!takesTalks(mySide)) return "not_opted_in";
  // The same words as for who takes no talks: nobody learns that they were blocked.
  return !takesTalks(partnerSide) || apart ? "partner_unavailable" : undefined;
}

/** Why this request can't be made; undefined when it can. The first reason that holds is told. */
export function requestRefusal(wish: Wish): RequestRefusal | undefined {
  const { window, now } = wish;
  const pair = pairRefusal(wish);
  if (pair) return pair;
  if (!wish.eventOpen || !window) return "no_talks";
  const slots = slotsOf(window);
  const wanted = wish.wanted.map((at) => slots.find((slot) => slot.startsAt.getTime() === at.getTime()));
  if (wanted.some((slot) => slot === undefined)) return "outside_window";
  if (wish.wanted.some((at) => at.getTime() < now.getTime())) return "slot_past";
  if (wish.meetBetween) return "already_meeting";
  if (wish.openBetween) return "already_asked";
  if ((wish.askedToday ?? 0) >= ASKED_A_DAY) return "asked_enough";
  if (wish.askedLately) return "asked_lately";
  if (wish.openRequests >= openQuota(wish.answers ?? 0)) return "too_many_open";
  return timeRefusal(
    wanted.flatMap((slot) => slot ?? []),
    wish,
  );
}

type Taken = Pick<Wish, "busy" | "mineAway" | "partnerAway">;

/** Why one of these slots can't be: taken by a talk, or one of the two is not free. What the other does is not told. */
export function timeRefusal(
  slots: readonly Span[],
  { busy, mineAway = [], partnerAway = [] }: Taken,
): "slot_taken" | "own_time_taken" | "not_available" | undefined {
  const hits = (taken: readonly Span[]) => slots.some((slot) => taken.some((one) => overlaps(slot, one)));
  if (hits(busy)) return "slot_taken";
  if (hits(mineAway)) return "own_time_taken";
  return hits(partnerAway) ? "not_available" : undefined;
}

export type TalkPlace = "online" | "table" | "mixed";

/** Where people talk who take part like this: an event without tables has only its rooms, which never run out. */
export function placeOf(attendances: readonly ("online" | "onsite")[], hasTables: boolean): TalkPlace {
  const onSite = attendances.filter((attendance) => attendance === "onsite").length;
  if (!hasTables || onSite === 0) return "online";
  return onSite === attendances.length ? "table" : "mixed";
}

export type Reason = { direction: "they_offer" | "they_seek"; tag: string };
/** A reason with what its tag is called. */
export type WordedReason = Reason & { words: Words };

/** How organisations are compared: as they are written, but for case and blanks around. */
export const organisationKey = (organisation: string): string => organisation.trim().toLowerCase();

/** Suggestions a person can take in at once, and how many of them one organisation may fill. */
export const SUGGESTIONS = 12;
export const SUGGESTIONS_PER_ORGANISATION = 2;
/** Lists that one person stands in at most: twice as many as everybody's share. */
export const EXPOSURE = 2 * SUGGESTIONS;

/** Kinds of events that live from talks by appointment. */
export const hasTalkHours = (kind: string): boolean => kind === "matchmaking" || kind === "conference";

/** So long is a talk of an event whose office has not said otherwise. */
export const SLOT_MINUTES = 20;

/** The hours for talks: those set already, if they still lie within the event, else the whole event. */
export const hoursWithin = (event: Span, window: Span | undefined): Span =>
  window && window.startsAt >= event.startsAt && window.endsAt <= event.endsAt ? window : event;

/** A search that nobody has heard of for so long has died with its process; one that no worker took waits for its turn. */
const DEAD_AFTER_MS = { waiting: 10 * MINUTE, begun: 20_000 } as const;
export const hasDied = ({ phase, seenAt }: { phase: string; seenAt: Date }, now: Date): boolean =>
  now.getTime() - seenAt.getTime() > DEAD_AFTER_MS[phase === "waiting" ? "waiting" : "begun"];
