import type { Entry } from "./entry";
import { CALENDAR_OCCURRENCES, EVENT_OCCURRENCES, RULE_STEPS } from "./limits";
import { after, instantOf, type Length, type Moment } from "./moments";
import type { ProblemCode, ProblemList } from "./problems";
import { ruleTimes, type Steps } from "./rule";

/** One time that an event takes place, as instants. */
export type Occurrence = { uid: string; startsAt: number; endsAt: number; allDay: boolean; busy: boolean };
export type Period = { from: number; to: number };
export type Budget = { steps: Steps; occurrences: number };

const isIn = ({ from, to }: Period, { startsAt, endsAt }: { startsAt: number; endsAt: number }) =>
  startsAt < to && (endsAt > from || (startsAt === endsAt && startsAt >= from));

const DAY = 86_400_000;
const dayOf = (wall: number) => Math.floor(wall / DAY);

/** Occurrences that are left out: by their instants, and by their days where a day is all that is said. */
function isLeftOut(gone: readonly Moment[], series: Moment) {
  const instants = new Set(gone.flatMap((one) => (one.isDate && !series.isDate ? [] : [instantOf(one)])));
  const days = new Set(gone.flatMap((one) => (one.isDate ? [dayOf(one.wall)] : [])));
  return (wall: number, at: number) => instants.has(at) || days.has(dayOf(wall));
}

type Expansion = {
  entry: Entry;
  /** Moments of the series that other entries stand for. */
  replaced: readonly Moment[];
  period: Period;
  budget: Budget;
  problems: ProblemList;
};

/** Every time that one entry takes place in the period. */
function occurrencesOf({ entry, replaced, period, budget, problems }: Expansion): Occurrence[] {
  const { uid, start, length, rule, extras, isBusy } = entry;
  const note = (code: ProblemCode) => problems.add(code, uid);
  if (budget.occurrences >= CALENDAR_OCCURRENCES) {
    note("too_many_occurrences");
    return [];
  }
  const isGone = isLeftOut([...entry.exceptions, ...replaced], start);
  const seen = new Map<number, Occurrence>();
  const add = (moment: Pick<Moment, "wall" | "zone">, takes: Length): boolean => {
    const startsAt = instantOf(moment);
    const occurrence = { uid, startsAt, endsAt: after(moment, takes), allDay: start.isDate, busy: isBusy };
    if (isGone(moment.wall, startsAt) || seen.has(startsAt) || !isIn(period, occurrence)) return true;
    if (seen.size >= EVENT_OCCURRENCES || budget.occurrences >= CALENDAR_OCCURRENCES) {
      note("too_many_occurrences");
      return false;
    }
    seen.set(startsAt, occurrence);
    budget.occurrences += 1;
    return true;
  };
  const base = { start, before: period.to, mostSteps: RULE_STEPS, steps: budget.steps, note };
  const times = rule === undefined ? [start.wall] : ruleTimes({ ...base, rule });
  for (const wall of times) if (!add({ wall, zone: start.zone }, length)) break;
  for (const { at, length: own } of extras) if (!add(at, own ?? length)) break;
  return [...seen.values()];
}

/** The higher SEQUENCE wins, then the newer DTSTAMP, then what comes later in the file. */
const isNewer = (one: Entry, other: Entry) =>
  one.sequence !== other.sequence ? one.sequence > other.sequence : one.stamp >= other.stamp;

function newest(entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[] {
  const kept = new Map<string, Entry>();
  for (const entry of entries) {
    const before = kept.get(keyOf(entry));
    if (!before || isNewer(entry, before)) kept.set(keyOf(entry), entry);
  }
  return [...kept.values()];
}

type All = { entries: readonly Entry[]; period: Period; budget: Budget; problems: ProblemList };

/** Every time that anything of a calendar takes place in the period, earliest first. */
export function allOccurrences({ entries, period, budget, problems }: All): Occurrence[] {
  const series = newest(
    entries.filter(({ instead }) => instead === undefined),
    ({ uid }) => uid,
  );
  const changes = newest(
    entries.filter(({ instead }) => instead !== undefined),
    ({ uid, instead }) => `${uid}\n${instead && instantOf(instead)}`,
  );
  const replaced = new Map<string, Moment[]>();
  for (const { uid, instead } of changes) {
    const known = replaced.get(uid);
    if (instead && known) known.push(instead);
    else if (instead) replaced.set(uid, [instead]);
  }
  const found = [...series, ...changes].flatMap((entry) =>
    occurrencesOf({
      entry,
      replaced: entry.instead ? [] : (replaced.get(entry.uid) ?? []),
      ...{ period, budget, problems },
    }),
  );
  return found.sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
}
