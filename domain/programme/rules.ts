import { Temporal } from "temporal-polyfill";

export type EventStatus = "draft" | "published" | "live" | "ended" | "postponed" | "cancelled";

/**
 * Where an event can go from where it is. An event ended by mistake may go live again; one that is put off waits for a new
 * date; a cancelled one never comes back.
 */
export const nextStatus = {
  draft: ["published", "cancelled"],
  published: ["live", "ended", "postponed", "cancelled"],
  live: ["ended", "cancelled"],
  ended: ["live"],
  postponed: ["published", "cancelled"],
  cancelled: [],
} satisfies Record<EventStatus, readonly EventStatus[]>;

export const canBecome = (from: EventStatus, to: EventStatus): boolean =>
  nextStatus[from].some((status) => status === to);

/**
 * The instant of a local time such as `2027-03-28T10:00` in a zone. Undefined when that clock time is skipped
 * there (02:30 on the last Sunday of March); of a time that comes twice, the first.
 */
export function instantOf(local: string, zone: string): Date | undefined {
  try {
    const plain = Temporal.PlainDateTime.from(local, { overflow: "reject" });
    const zoned = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
    return zoned.toPlainDateTime().equals(plain) ? new Date(zoned.epochMilliseconds) : undefined;
  } catch {
    return undefined;
  }
}

/** What a date field shows for an instant: `2027-03-28T10:00` by the clocks of the zone. */
export const localOf = (instant: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

const YEAR_MS = 365 * 24 * 3_600_000;

/** Undefined when an event may start then; otherwise why not. */
export function startProblem(startsAt: Date, now: Date): "in_the_past" | "too_far_ahead" | undefined {
  if (startsAt.getTime() < now.getTime() - 3_600_000) return "in_the_past";
  return startsAt.getTime() > now.getTime() + 3 * YEAR_MS ? "too_far_ahead" : undefined;
}

/** What one agenda, and one list of names, can show and a person can read. */
export const MOST_SESSIONS = 200;
export const MOST_SPEAKERS = 300;

/** The way into a room is shown this long before its event begins. */
const OPENS_EARLY_MS = 15 * 60_000;

export type Timed = { status: EventStatus; startsAt: Date; endsAt: Date };

/** Whether it takes place at this moment; one that is live runs on over its planned end. */
export const isUnderWay = ({ status, startsAt, endsAt }: Timed, now: Date): boolean =>
  status === "live" || (status === "published" && startsAt <= now && now < endsAt);

/** Whether to lead people to an event's room: while it is live, and from 15 minutes before its start to its end. */
export const isRoomOpen = (event: Timed, now: Date): boolean =>
  isUnderWay({ ...event, startsAt: new Date(event.startsAt.getTime() - OPENS_EARLY_MS) }, now);

/** Whether it lies behind; what was called off does so from the end it would have had, what was put off never does. */
export const isPast = ({ status, endsAt }: Timed, now: Date): boolean =>
  status === "ended" || (status !== "live" && status !== "postponed" && endsAt <= now);

/** Why nothing about taking part can change any more; undefined while it can. */
export function overReason(event: Timed, now: Date): "event_cancelled" | "event_over" | undefined {
  if (event.status === "cancelled") return "event_cancelled";
  return isPast(event, now) ? "event_over" : undefined;
}

export const isEventOver = (event: Timed, now: Date): boolean => overReason(event, now) !== undefined;

/** What is over or called off keeps the page it had. */
export const isEditable = (status: EventStatus): boolean => status !== "ended" && status !== "cancelled";

export type Span = { startsAt: Date; endsAt: Date };

/** So long before and after an event its team may be at work. */
const BACKSTAGE_MS = 6 * 3_600_000;

/** Undefined when an agenda item lies within its event; otherwise the field that is wrong, and why. */
export function sessionProblem(
  item: Span & { isInternal?: boolean },
  event: Span,
): { field: string; key: string } | undefined {
  const slack = item.isInternal ? BACKSTAGE_MS : 0;
  const [from, to] = [event.startsAt.getTime() - slack, event.endsAt.getTime() + slack];
  if (item.startsAt.getTime() < from) return { field: "startsLocal", key: "before_the_start" };
  if (item.startsAt.getTime() >= to) return { field: "startsLocal", key: "after_the_end" };
  return item.endsAt.getTime() > to ? { field: "durationMinutes", key: "after_the_end" } : undefined;
}

/**
 * The times of two neighbours of the agenda after they changed places: the second starts where the first did, the
 * first follows it after the pause that was between them. Lengths stay.
 */
export function swapped(first: Span, second: Span): { first: Span; second: Span } {
  const lengthOf = ({ startsAt, endsAt }: Span) => endsAt.getTime() - startsAt.getTime();
  const pause = Math.max(0, second.startsAt.getTime() - first.endsAt.getTime());
  const middle = first.startsAt.getTime() + lengthOf(second);
  return {
    second: { startsAt: first.startsAt, endsAt: new Date(middle) },
    first: { startsAt: new Date(middle + pause), endsAt: new Date(middle + pause + lengthOf(first)) },
  };
}

/** The two that change places when one of a list moves by one; undefined at an end, or when it is not among them. */
export function neighboursOf<One extends { id: string }>(
  list: readonly One[],
  id: string,
  direction: "up" | "down",
): { first: One; second: One } | undefined {
  const at = list.findIndex((one) => one.id === id);
  const upper = direction === "up" ? at - 1 : at;
  const first = list[upper];
  const second = list[upper + 1];
  return at >= 0 && first && second ? { first, second } : undefined;
}

/** When registration of a new event opens; at once where that would be no earlier than it closes. */
export const openingBefore = (opens: Date | null, closes: Date): Date | null =>
  opens && opens < closes ? opens : null;

/** Whether a day lies within a series. All three as `2027-03-28`, so text compares like time. */
export const isWithinSeries = (day: string, series: { startsOn: string; endsOn: string }): boolean =>
  series.startsOn <= day && day <= series.endsOn;

/** So many materials one event has at most. */
export const MOST_MATERIALS = 50;

/** As whom somebody looks at an event: anyone who sees its page, whoever has a place or a part in it, or its team. */
export type Nearness = "visitor" | "participant" | "team";
type GivenOut = { audience: "everyone" | "registered"; afterEvent: boolean };

/** Whether a material is there for somebody. The team sees all of them. */
export const isGivenOut = (
  { audience, afterEvent }: GivenOut,
  { nearness, isOver }: { nearness: Nearness; isOver: boolean },
): boolean =>
  nearness === "team" || ((audience === "everyone" || nearness === "participant") && (!afterEvent || isOver));

type Lane = { track: string; isInternal: boolean };
/** Whether two items change places with each other: those of one track, and what is the team's among itself. */
export const isSameLane = (one: Lane, other: Lane): boolean =>
  one.track === other.track && one.isInternal === other.isInternal;

/** Which of these take place at the same time: for each, the others that it overlaps. What only touches does not. */
export function overlapsOf<One extends Span & { id: string }>(
  all: readonly One[],
): ReadonlyMap<string, readonly One[]> {
  const meets = (one: One, other: One) =>
    one.id !== other.id && one.startsAt < other.endsAt && other.startsAt < one.endsAt;
  return new Map(
    all.flatMap((one) => {
      const others = all.filter((other) => meets(one, other));
      return others.length > 0 ? [[one.id, others] as const] : [];
    }),
  );
}
