import type { EventStatus } from "@/domain/programme/rules";
import type { Id } from "@/lib/ids";

/** One connection's time in a room, in epoch milliseconds; an open end lasts until somebody says otherwise. */
export type Stay = { from: number; to: number | null };
/** A time that is over, or cut where it is looked at. */
export type Span = { from: number; to: number };

/** Pauses shorter than this are bridged: a reload or a change of rooms is no absence. */
export const BRIDGED_MS = 60_000;

/**
 * When somebody was present: the union of all stays in all rooms, short gaps bridged, cut to the session. The result
 * depends on the set of stays only, never on their order or on how often one is named.
 */
export function presentSpans(stays: readonly Stay[], session: Span): Span[] {
  const cut = stays
    .map(({ from, to }) => ({
      from: Math.max(from, session.from),
      to: Math.min(to ?? session.to, session.to),
    }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const spans: Span[] = [];
  for (const stay of cut) {
    const last = spans.at(-1);
    if (last && stay.from - last.to < BRIDGED_MS) last.to = Math.max(last.to, stay.to);
    else spans.push({ ...stay });
  }
  return spans;
}

/** Seconds present, of these spans together. */
export function attendanceSeconds(stays: readonly Stay[], session: Span): number {
  const total = presentSpans(stays, session).reduce((sum, { from, to }) => sum + to - from, 0);
  return Math.round(total / 1000);
}

/** An event that was ended by mistake may go live again; after these hours it is over for good. */
const OVER_FOR_GOOD_MS = 6 * 3_600_000;

/** Whatever ended before this instant is over for good. */
export const closesBefore = (now: Date): Date => new Date(now.getTime() - OVER_FOR_GOOD_MS);

/** Somebody's time in the rooms of an event; `isClaim` for a browser that had merely typed the address. */
export type Present = { registrationId: Id<"registration"> | null; isClaim: boolean; seconds: number };

/**
 * Seconds by registration: those of its own person, or, where nobody has proven the address, those of the claim that
 * watched longest. A stranger who typed a proven address is not its person.
 */
export function secondsByRegistration(present: readonly Present[]): Map<Id<"registration">, number> {
  const seconds = new Map<Id<"registration">, number>();
  const claimsFirst = [...present].sort(
    (a, b) => Number(b.isClaim) - Number(a.isClaim) || a.seconds - b.seconds,
  );
  for (const one of claimsFirst) if (one.registrationId) seconds.set(one.registrationId, one.seconds);
  return seconds;
}

/** Whole minutes as a report shows them: who came at all was there for at least one. */
export const minutesOf = (seconds: number): number => Math.ceil(seconds / 60);

/** Minutes by registration; who is not in it was not there. */
export type Presence = ReadonlyMap<Id<"registration">, number>;

export function presenceIn(people: readonly Present[]): Presence {
  const seconds = secondsByRegistration(people);
  return new Map([...seconds].map(([registrationId, present]) => [registrationId, minutesOf(present)]));
}

/** True from the start on; nobody can have been at a draft or at what was called off. */
export const hasBegun = ({ status, startsAt }: { status: EventStatus; startsAt: Date }, now: Date): boolean =>
  status === "live" || status === "ended" || (status === "published" && startsAt <= now);

const HOUR_MS = 3_600_000;
/** Doors open this long before an event begins, and close this long after its planned end. */
const DOOR_HOURS = 12;

export type DoorEvent = { status: EventStatus; startsAt: Date; endsAt: Date };
export type DoorProblem = "missing" | "event_cancelled" | "event_postponed" | "too_early" | "event_over";

/** Why nobody is let in at this moment; undefined while the door is open. A draft looks like a missing event. */
export function doorProblem({ status, startsAt, endsAt }: DoorEvent, at: Date): DoorProblem | undefined {
  if (status === "draft") return "missing";
  if (status === "cancelled") return "event_cancelled";
  // The day it was to be is a day like any other: whoever was let in then would count as having been there.
  if (status === "postponed") return "event_postponed";
  if (at.getTime() < startsAt.getTime() - DOOR_HOURS * HOUR_MS && status !== "live") return "too_early";
  return at.getTime() > endsAt.getTime() + DOOR_HOURS * HOUR_MS && status !== "live"
    ? "event_over"
    : undefined;
}

/** When somebody came: as the scanner says, but never later than we hear of it. */
export const scanMoment = (scannedAt: Date | undefined, now: Date): Date =>
  scannedAt && scannedAt < now ? scannedAt : now;

/** How somebody came: through the door, or else into the room. */
export type Arrival = { at: Date; how: "door" | "online" };
export type Entry = { registrationId: Id<"registration">; at: Date };
/** When people were let in at the door; who is not in it was not. */
export type DoorTimes = ReadonlyMap<Id<"registration">, Date>;
/** `isClaim` for a browser that had merely typed the address. */
export type RoomEntry = Entry & { isClaim: boolean };

/**
 * Who came, and when first. Whoever entered the room is in without any door; a door that let them in says more, because
 * it saw them. What a browser did that had merely typed an address counts only for somebody who never came otherwise, as
 * with the minutes.
 */
export function arrivalsFrom(
  doors: readonly Entry[],
  rooms: readonly RoomEntry[],
): Map<Id<"registration">, Arrival> {
  return new Map([...arrivedBy("online", roomTimesIn(rooms)), ...arrivedBy("door", firstEntries(doors))]);
}

type FirstEntries = ReadonlyMap<Id<"registration">, Date>;

/** When each first came into the room; what a claim did counts only where the person never came. */
export const roomTimesIn = (rooms: readonly RoomEntry[]): FirstEntries =>
  new Map([
    ...firstEntries(rooms.filter(({ isClaim }) => isClaim)),
    ...firstEntries(rooms.filter(({ isClaim }) => !isClaim)),
  ]);

export function firstEntries(entries: readonly Entry[]): FirstEntries {
  const first = new Map<Id<"registration">, Date>();
  for (const { registrationId, at } of entries) {
    const before = first.get(registrationId);
    if (!before || at < before) first.set(registrationId, at);
  }
  return first;
}

const arrivedBy = (how: Arrival["how"], entries: FirstEntries) =>
  [...entries].map(([id, at]): [Id<"registration">, Arrival] => [id, { at, how }]);
