import { zoneName } from "@/lib/time/format";
import { utcStamp } from "./text";

/** The one zone whose rules we write out; instants of any other zone are written in UTC, which needs none. */
export const BERLIN = "Europe/Berlin";

/** Rules in force since 1996: last Sunday of March 02:00 +0100 to +0200, last Sunday of October 03:00 back. */
export const berlinRules: readonly string[] = [
  "BEGIN:VTIMEZONE",
  `TZID:${BERLIN}`,
  "BEGIN:DAYLIGHT",
  "TZNAME:CEST",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZNAME:CET",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const berlinClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: BERLIN,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

const berlinStamp = (at: Date): string => {
  const parts = new Map(berlinClock.formatToParts(at).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return `${part("year")}${part("month")}${part("day")}T${part("hour")}${part("minute")}${part("second")}`;
};

const HOURS = 3_600_000;

/**
 * In October an hour of wall clock comes twice, and readers do not agree which of the two is meant; some also take the
 * last hours before either change for hours after it.
 */
const isNearChange = (at: Date): boolean => {
  const [before, after] = [-2, 2].map((hours) =>
    zoneName({ locale: "en", zone: BERLIN, at: new Date(at.getTime() + hours * HOURS) }),
  );
  return before !== after;
};

/** How an entry's instants are written: all in Berlin's wall clock, or all in UTC. */
export function zoneFor(timeZone: string, instants: readonly Date[]): typeof BERLIN | "UTC" {
  return timeZone === BERLIN && !instants.some(isNearChange) ? BERLIN : "UTC";
}

/** `DTSTART` or `DTEND` with its value in the given zone. */
export const zonedLine = (name: string, at: Date, zone: typeof BERLIN | "UTC"): string =>
  zone === BERLIN ? `${name};TZID=${BERLIN}:${berlinStamp(at)}` : `${name}:${utcStamp(at)}`;
