import { firstCome } from "./first-come";
import {
  contradictionsIn,
  fixedWhereClosed,
  type Instance,
  mistakesIn,
  problemOf,
  readFolder,
} from "./instance";
import { type Planned, planned, round, sideBySide } from "./planned";
import { type Recount, recount } from "./recount";
import { variantsOf } from "./variants";

const MOST_SECONDS = 300;
const VARIANT_SECONDS = 40;
const LANES = 2;
/** As many random orders of requests as the description of the instances names. */
const ORDERS = 200;

export type Solved = {
  name: string;
  /** `invalid`: the file cannot be read, or speaks of what is not in it. */
  verdict: "optimal" | "infeasible" | "open" | "invalid";
  /** Nothing is left to find out: the plan is a best one, or there is none. */
  proven: boolean;
  infeasible: boolean;
  breaks: number;
  bound: number | undefined;
  unplaced: number[];
  seconds: number;
  fullSeconds: number | undefined;
  faults: string[];
  why: string[];
  /** Meeting id → slot, from 1, as in the file. */
  schedule: Record<number, number>;
};

function scheduleOf(file: Instance, { result }: Planned): Map<number, number> {
  const closed = new Set(fixedWhereClosed(file));
  return new Map(
    file.meetings.flatMap(({ id }, at): [number, number][] => {
      const slot = result?.placement[at] ?? -1;
      return slot < 0 || closed.has(id) ? [] : [[id, slot + 1]];
    }),
  );
}

const whyNone = (file: Instance, { result, flaws }: Planned) => [
  ...contradictionsIn(file),
  ...flaws,
  ...(result?.impossible.map(({ what }) => what) ?? []),
];

function verdictOf({ result }: Planned, { breaks, unplaced }: Recount): Solved["verdict"] {
  return unplaced === 0 && result?.bounds.gaps === breaks ? "optimal" : "open";
}

function invalid(name: string, why: string[]): Solved {
  return {
    name,
    verdict: "invalid",
    proven: false,
    infeasible: false,
    breaks: 0,
    bound: undefined,
    unplaced: [],
    seconds: 0,
    fullSeconds: undefined,
    faults: [],
    why,
    schedule: {},
  };
}

async function solve(file: Instance, seconds: number): Promise<Solved> {
  const mistakes = mistakesIn(file);
  if (mistakes.length > 0) return invalid(file.name, mistakes);
  const done = await planned(problemOf(file), { seconds, endsWhenProven: true });
  const schedule = scheduleOf(file, done);
  const counted = recount(file, schedule);
  const why = whyNone(file, done);
  const full = done.result?.fullSeconds;
  const verdict = why.length > 0 ? "infeasible" : verdictOf(done, counted);
  return {
    name: file.name,
    verdict,
    proven: verdict !== "open",
    infeasible: verdict === "infeasible",
    breaks: counted.breaks,
    bound: done.result?.bounds.gaps,
    unplaced: file.meetings.map(({ id }) => id).filter((id) => !schedule.has(id)),
    seconds: round(done.seconds),
    fullSeconds: full === undefined ? undefined : round(full),
    faults: counted.faults,
    why,
    schedule: Object.fromEntries(schedule),
  };
}

const sizeOf = ({ meetings, slots }: Instance) => meetings.length * slots;

/**
 * Every instance of a folder, two at a time; the largest first, so that no lane has one left at the end. `onSolved` hears of
 * those that are done each time, so that whoever ends the bench early has them.
 */
export async function solveFolder(
  folder: string,
  onSolved: (all: readonly Solved[]) => void = () => undefined,
) {
  const { files, unreadable } = readFolder(folder);
  files.sort((one, other) => sizeOf(other) - sizeOf(one));
  const started = performance.now();
  const done: Solved[] = [];
  const solved = await sideBySide(files, LANES, async (file) => {
    const one = await solve(file, MOST_SECONDS);
    done.push(one);
    onSolved(done);
    const { name, verdict, breaks, bound, seconds } = one;
    process.stderr.write(`${name}: ${verdict}, ${breaks} breaks, bound ${bound}, ${seconds} s\n`);
    return one;
  });
  const seconds = round((performance.now() - started) / 1000);
  return { files, solved, unreadable: unreadable.map(({ name, why }) => invalid(name, [why])), seconds };
}

/** Plain booking on the same instances, summed. */
export function firstComeOf(files: readonly Instance[]) {
  const runs = files.map((file) => firstCome(problemOf(file), ORDERS));
  const sum = (value: "unplaced" | "breaks") =>
    Math.round(runs.reduce((total, one) => total + one[value], 0));
  return { orders: ORDERS, unplaced: sum("unplaced"), breaks: sum("breaks") };
}

/** Changed copies of some instances: what can be solved is, and what cannot is said so. */
export async function solveVariants(files: readonly Instance[], solved: readonly Solved[]) {
  const chosen = files.filter((_, at) => solved[at]?.verdict === "optimal").filter((_, at) => at % 6 === 0);
  const variants = chosen.flatMap((file, seed) => {
    const schedule = solved.find(({ name }) => name === file.name)?.schedule ?? {};
    return variantsOf(
      file,
      new Map(Object.entries(schedule).map(([id, slot]) => [Number(id), slot])),
      seed + 1,
    );
  });
  return sideBySide(variants, LANES, async ({ file, isSolvable }) => {
    const { schedule: _, ...rest } = await solve(file, VARIANT_SECONDS);
    const isRight = isSolvable ? rest.unplaced.length === 0 : rest.verdict === "infeasible";
    process.stderr.write(`${file.name}: ${rest.verdict}, ${rest.breaks} breaks, ${rest.seconds} s\n`);
    return { ...rest, isSolvable, isRight };
  });
}
