import { Temporal } from "temporal-polyfill";
import type { When } from "./data/events/event-plan";

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
const QUARTER = 15 * MINUTE;
const ZONE = "Europe/Berlin";

export const later = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * MINUTE);

const berlin = (now: Date) => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);

/** The calendar day in Berlin, so many days from the day of `now`, as YYYY-MM-DD. */
export const dayOf = (now: Date, days: number) => berlin(now).toPlainDate().add({ days }).toString();

/** The instant an event starts: on a full quarter of an hour, or at its wall time in Berlin. */
export function startOf(when: When, now: Date): Date {
  if ("fromNow" in when) {
    return new Date(Math.round(later(now, when.fromNow).getTime() / QUARTER) * QUARTER);
  }
  const day = berlin(now).toPlainDate().add({ days: when.day });
  const wall = day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(when.at) });
  return new Date(wall.epochMilliseconds);
}
