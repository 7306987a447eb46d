import { Temporal } from "temporal-polyfill";
import { instantOf, localOf, startProblem } from "../rules";
import type { Zoned } from "./moving";

/** So many copies of an event are made at once, at most. */
export const MAX_COPIES = 30;
export const rhythms = ["none", "week", "two_weeks", "month"] as const;
export type Rhythm = (typeof rhythms)[number];
/** The days asked for, as date fields post them; the first repeats by its rhythm until there are `count`. */
type CopyWish = { days: readonly string[]; rhythm: Rhythm; count: number };
type CopyProblem =
  | "invalid_date"
  | "named_twice"
  | "too_many"
  | "time_does_not_exist"
  | NonNullable<ReturnType<typeof startProblem>>;
/** One copy to be: its day, the field that asked for it, and either its start or why it can't be. */
export type CopyDay = { day: string; field: string } & (
  | { startsAt: Date; problem?: undefined }
  | { startsAt?: undefined; problem: CopyProblem }
);

function plainDay(day: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

const stepOf = (rhythm: Rhythm, times: number) =>
  rhythm === "month" ? { months: times } : { weeks: rhythm === "two_weeks" ? 2 * times : times };

function wishedDays({ days, rhythm, count }: CopyWish): { day: string; field: string }[] {
  const own = days.map((day, index) => ({ day, field: `days.${index}` }));
  const first = plainDay(days[0] ?? "");
  const more = rhythm === "none" || !first ? 0 : count - 1;
  const repeats = Array.from({ length: more }, (_, index) => ({
    day: first?.add(stepOf(rhythm, index + 1)).toString() ?? "",
    field: "count",
  }));
  return [...own.slice(0, 1), ...repeats, ...own.slice(1)].filter(({ day }) => day !== "");
}

/** The copies of an event on the days asked for: the same clock time in its zone, whichever way the clocks changed. */
export function copyDays(wish: CopyWish, event: Zoned, now: Date): CopyDay[] {
  const clock = localOf(event.startsAt, event.timeZone).slice("2027-03-28".length);
  const seen = new Set<string>();
  return wishedDays(wish).map((wished, index): CopyDay => {
    const isTwice = seen.has(wished.day);
    seen.add(wished.day);
    if (index >= MAX_COPIES) return { ...wished, problem: "too_many" };
    if (isTwice) return { ...wished, problem: "named_twice" };
    if (!plainDay(wished.day)) return { ...wished, problem: "invalid_date" };
    const startsAt = instantOf(wished.day + clock, event.timeZone);
    if (!startsAt) return { ...wished, problem: "time_does_not_exist" };
    const problem = startProblem(startsAt, now);
    return problem ? { ...wished, problem } : { ...wished, startsAt };
  });
}
