import ICAL from "ical.js";
import type { ContentLine } from "./content-line";
import { LONGEST_MS } from "./limits";
import { utc, type Zone, type Zones } from "./zones";

export const DAY_MS = 86_400_000;

/** A time as a file says it: what the clock shows, and where that clock hangs. */
export type Moment = { wall: number; isDate: boolean; zone: Zone; isLost: boolean };
export const instantOf = ({ wall, zone }: Pick<Moment, "wall" | "zone">): number => zone.instantOf(wall);

const form = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/i;

/** `20270110`, `20270110T080000` or the same with Z; undefined for a day or a time that there is not. */
export function clockIn(text: string): { wall: number; isDate: boolean; isUtc: boolean } | undefined {
  const [all, year, month, day, hour = "0", minute = "0", second = "0", z] = form.exec(text.trim()) ?? [];
  if (all === undefined) return undefined;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isDay = new Date(midnight).getUTCDate() === Number(day) && Number(month) <= 12 && Number(year) > 99;
  if (!isDay || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const wall = midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000;
  return { wall, isDate: !text.toUpperCase().includes("T"), isUtc: z !== undefined };
}

/** One of the times of a line. `isLost` says that its zone is one that nobody knows. */
export function momentIn(text: string, params: ContentLine["params"], zones: Zones): Moment | undefined {
  const clock = clockIn(text);
  if (!clock) return undefined;
  const name = params.get("TZID")?.trim() ?? "";
  const named = name === "" || clock.isDate ? undefined : zones.of(name);
  const zone = clock.isUtc ? utc : (named ?? zones.floating);
  const isLost = name !== "" && !clock.isUtc && !clock.isDate && named === undefined;
  return { wall: clock.wall, isDate: clock.isDate, zone, isLost };
}

/** How long something takes: days by the calendar, the rest by the clock. */
export type Length = { days: number; ms: number };

/** `P3D`, `PT1H30M`, `P1W`; undefined for what is none, or longer than anybody means. */
export function lengthIn(text: string): Length | undefined {
  // `PT1W` is not in the standard, but programs write it.
  const standard = text
    .trim()
    .toUpperCase()
    .replace(/^([+-]?P)T(\d+[WD])$/, "$1$2");
  if (!/^[+-]?P(?=.)(?:\d{1,6}[WD])*(?:T(?:\d{1,8}[HMS])+)?$/.test(standard)) return undefined;
  try {
    const { weeks, days, hours, minutes, seconds, isNegative } = ICAL.Duration.fromString(standard);
    const length = { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1_000 };
    return isNegative || length.days * DAY_MS + length.ms > LONGEST_MS ? undefined : length;
  } catch {
    return undefined;
  }
}

export const after = (start: Pick<Moment, "wall" | "zone">, { days, ms }: Length): number =>
  instantOf({ zone: start.zone, wall: start.wall + days * DAY_MS }) + ms;
