import ICAL from "ical.js";
import { clockIn, DAY_MS, instantOf, type Moment } from "./moments";
import type { ProblemCode } from "./problems";

/** Counts the steps of all rules of a file together. */
export type Steps = { left: number };

type Ruled = {
  rule: string;
  start: Moment;
  /** Nothing at or after this moment is of interest. */
  before: number;
  mostSteps: number;
  steps: Steps;
  note: (code: ProblemCode) => void;
};

/** `UNTIL` as an instant: a time without zone hangs where the series hangs, a day counts to its end. */
function untilOf(rule: string, { zone, isDate }: Moment): number | undefined {
  const said = /(?:^|;)\s*UNTIL=([^;]*)/i.exec(rule)?.[1];
  const clock = said === undefined ? undefined : clockIn(said);
  if (!clock) return undefined;
  // Of a series of whole days the last one is the day that is named, whatever the hour there.
  if (isDate) return instantOf({ zone, wall: Math.floor(clock.wall / DAY_MS) * DAY_MS });
  if (clock.isUtc) return clock.wall;
  return instantOf({ zone, wall: clock.isDate ? clock.wall + DAY_MS - 1_000 : clock.wall });
}

/** How many occurrences the rule has. Counted here: the library counts one too many where months are named. */
const countOf = (rule: string): number => {
  const said = /(?:^|;)\s*COUNT=(\d{1,12})/i.exec(rule)?.[1];
  return said === undefined ? Number.POSITIVE_INFINITY : Number(said);
};

function iteratorOf(rule: string, start: Moment, until: number | undefined) {
  if (/(?:^|;)\s*INTERVAL=0*(?:;|$)/i.test(rule)) return undefined;
  try {
    const recur = ICAL.Recur.fromString(
      rule.replace(/(^|;)\s*(?:UNTIL|COUNT)=[^;]*/gi, "").replace(/^;/, ""),
    );
    // Two days more than that: the instants decide, and the library only has to end some time.
    if (until !== undefined) recur.until = ICAL.Time.fromJSDate(new Date(until + 2 * DAY_MS), true);
    const first = ICAL.Time.fromJSDate(new Date(start.wall), true);
    first.zone = ICAL.Timezone.localTimezone;
    return recur.iterator(first);
  } catch {
    return undefined;
  }
}

/** What the clock shows at the occurrences of a rule, in their order, until the moment that was asked for. */
export function* ruleTimes({ rule, start, before, mostSteps, steps, note }: Ruled): Generator<number> {
  const until = untilOf(rule, start);
  const iterator = iteratorOf(rule, start, until);
  if (!iterator) {
    note("bad_rule");
    yield start.wall;
    return;
  }
  const count = countOf(rule);
  for (let step = 0; step < count; step++) {
    if (step >= mostSteps || steps.left-- <= 0) {
      note("too_many_occurrences");
      return;
    }
    const next = iterator.next();
    if (!next) return;
    const wall = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second);
    const at = instantOf({ zone: start.zone, wall });
    if (at >= before || (until !== undefined && at > until)) return;
    yield wall;
  }
}
