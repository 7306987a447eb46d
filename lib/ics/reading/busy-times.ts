import { type Block, wantedLines } from "./components";
import { LONGEST_MS } from "./limits";
import { after, instantOf, lengthIn, momentIn } from "./moments";
import type { Occurrence, Period } from "./occurrences";
import type { ProblemList } from "./problems";
import type { Zones } from "./zones";

/** A time in which somebody is somewhere else; nothing says where. */
export type BusyTime = { startsAt: number; endsAt: number };

const wanted = new Set(["FREEBUSY"]);

/** What a list of busy times (VFREEBUSY) says, without what it calls free. */
export function listedBusy(block: Block, zones: Zones, problems: ProblemList): BusyTime[] {
  const lines = wantedLines(block, wanted, problems).get("FREEBUSY") ?? [];
  return lines.flatMap(({ line }) => {
    if (!line || line.params.get("FBTYPE")?.toUpperCase() === "FREE") return [];
    return line.value.split(",").flatMap((text): BusyTime[] => {
      const [from = "", to = ""] = text.split("/");
      const start = momentIn(from, line.params, zones);
      const end = momentIn(to, line.params, zones);
      const length = end ? undefined : lengthIn(to);
      const endsAt = end ? instantOf(end) : start && length && after(start, length);
      const startsAt = start && instantOf(start);
      if (
        startsAt === undefined ||
        endsAt === undefined ||
        endsAt < startsAt ||
        endsAt - startsAt > LONGEST_MS
      ) {
        problems.add("bad_date");
        return [];
      }
      return [{ startsAt, endsAt }];
    });
  });
}

/** What an import keeps: the busy times alone, put together where they touch. Nobody can count entries in that. */
export function mergedBusy(
  occurrences: readonly Occurrence[],
  listed: readonly BusyTime[],
  { from, to }: Period,
) {
  const blocking = [...occurrences.filter(({ busy }) => busy), ...listed]
    .filter(({ startsAt, endsAt }) => endsAt > startsAt && startsAt < to && endsAt > from)
    .sort((a, b) => a.startsAt - b.startsAt);
  const merged: BusyTime[] = [];
  for (const { startsAt, endsAt } of blocking) {
    const last = merged.at(-1);
    if (last && startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, endsAt);
    else merged.push({ startsAt, endsAt });
  }
  return merged;
}
