import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Calendars of other projects lie beside this one, because their licences are not ours. */
const FOLDER = resolve("../shared/data/ics");

/** One file of the collection, with what its index says must become of it. */
export type Collected = {
  name: string;
  outcome: "ok" | "partial" | "reject" | "empty" | "hostile" | "busy" | "meta" | "huge";
  /** Events in the file. */
  events: number;
  /** Occurrences that are right; empty where the index says no number. */
  counts: readonly number[];
  /** Days whose occurrences are counted; without them, all. */
  window: { from: string; to: string } | undefined;
  /** Every moment that the outcome names. */
  moments: readonly string[];
};

const OUTCOMES = ["ok", "partial", "reject", "empty", "hostile", "busy", "meta", "huge"] as const;

/** Readings that the words of the index allow beside its number. */
const ALSO: Record<string, readonly number[]> = {
  "nodeical__biweekly-exdate-until.ics": [52],
  "ical__parsing_error.ics": [20],
  "nodeical__ms_timezones.ics": [372],
  "sabre__bymonth_in_daily.ics": [9],
};

function countsOf(name: string, said: string): readonly number[] {
  const range = /^(\d+) to (\d+)$/.exec(said);
  if (range) {
    const [least, most] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: most - least + 1 }, (_, at) => least + at);
  }
  const either = said.split(" or ").map(Number);
  return either.every(Number.isInteger) ? [...either, ...(ALSO[name] ?? [])] : [];
}

const windowOf = (said: string) => {
  const days = /^(\S+) to (\S+)$/.exec(said);
  return days?.[1] && days[2] ? { from: days[1], to: days[2] } : undefined;
};

/** A moment that ends a rule need not be one of its occurrences. */
const momentsIn = (said: string): string[] =>
  [...said.replace(/UNTIL[^;(]+/g, "").matchAll(/(\d{4}-\d\d-\d\d) (\d\d:\d\d)Z/g)].map(
    ([, day, clock]) => `${day}T${clock}:00.000Z`,
  );

function rowOf(line: string): Collected[] {
  const [, name = "", outcome, events, occurrences = "", window = "", , stated = "", expected = ""] = line
    .split("|")
    .map((cell) => cell.trim());
  const known = OUTCOMES.find((one) => one === outcome);
  if (!name.endsWith(".ics") || !known) return [];
  return [
    {
      ...{ name, outcome: known, events: Number(events) },
      counts: countsOf(name, occurrences),
      window: windowOf(window),
      moments: momentsIn(`${stated} ${expected}`),
    },
  ];
}

export const hasCollection = existsSync(join(FOLDER, "INDEX.md"));

/** All files that the index names; none where the folder is not there. */
export const collection = (): Collected[] =>
  hasCollection ? readFileSync(join(FOLDER, "INDEX.md"), "utf8").split("\n").flatMap(rowOf) : [];

export const collectedPath = (name: string): string => join(FOLDER, name);
export const collectedFile = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(collectedPath(name)));
