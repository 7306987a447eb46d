import type { PlanProblem } from "@/domain/matchmaking/internal/planner/model";
import { faultsIn, goalsOf, isTrue } from "@/domain/matchmaking/internal/testing/plan-judge";
import { afterCancellations, type EventShape, eventOf } from "./events";
import { firstCome } from "./first-come";
import { type Planned, planned, round } from "./planned";

const ORDERS = 20;

export type Part = {
  name: string;
  shape: EventShape;
  /** How long it may plan; what is to be reached is said in seconds beside it. */
  seconds: number;
  target: number;
  /** Share of the proven bound to reach. */
  share: number;
};

export const parts: Part[] = [
  {
    name: "500 × 20 × 1,500, quota 8",
    shape: { people: 500, slots: 20, wishes: 1500, quota: 8, skew: 0, seed: 1 },
    seconds: 1,
    target: 1,
    share: 0.999,
  },
  {
    name: "500 × 12 × 3,000, quota 12, skewed",
    shape: { people: 500, slots: 12, wishes: 3000, quota: 12, skew: 1, seed: 1 },
    seconds: 10,
    target: 10,
    share: 0.998,
  },
  {
    name: "2,000 × 40 × 10,000, skewed",
    shape: { people: 2000, slots: 40, wishes: 10_000, quota: 12, skew: 1, seed: 1 },
    seconds: 30,
    target: 60,
    share: 0.99,
  },
];

/** When the plan had come so near to the bound; undefined when it never did. */
function secondsTo({ progress, result }: Planned, share: number): number | undefined {
  const bound = result?.bounds.score ?? Number.POSITIVE_INFINITY;
  const found = progress.find(
    ({ goals, bounds }) => bounds.score !== undefined && goals.score >= share * bound,
  );
  return found && round(found.seconds);
}

/** When the bound was known that the plan is held against. */
function secondsToBound({ progress, result }: Planned): number | undefined {
  const score = result?.bounds.score;
  const found = progress.find(({ bounds }) => score !== undefined && bounds.score === score);
  return found && round(found.seconds);
}

/** What B13 promises of the first event, by the numbers that people see: when a plan, how good when, and without what. */
export const promised = { first: 2, share: 0.99, within: 20 } as const;

/** Looks at a plan with code that is not the planner's. */
function faultsOf(problem: PlanProblem, { result }: Planned): string[] {
  if (!result) return ["no plan"];
  const slots = [...result.placement];
  const untrue = result.unplaced.filter((one) => !isTrue(problem, slots, one));
  const isCounted = JSON.stringify(goalsOf(problem, slots)) === JSON.stringify(result.goals);
  return [
    ...faultsIn(problem, slots),
    ...untrue.map(({ wish, reason }) => `wish ${wish}: not so: ${reason.why}`),
    ...(isCounted ? [] : ["counted differently"]),
  ];
}

function summary(problem: PlanProblem, done: Planned) {
  const { goals, bounds } = done.result ?? { goals: undefined, bounds: undefined };
  const share = (goals?.score ?? 0) / (bounds?.score ?? Number.NaN);
  return {
    goals,
    bounds,
    percentOfBound: round(100 * share, 3),
    share,
    unplaced: done.result?.unplaced.length,
    seconds: round(done.seconds),
    provingSeconds: round(done.result?.provingSeconds ?? Number.NaN),
    secondsToBound: secondsToBound(done),
    peakMb: done.peakMb,
    faults: faultsOf(problem, done),
  };
}

/** Says what takes how long while it does, so that a bench that hangs shows where. */
const say = (line: string) => process.stderr.write(`${line}\n`);

async function plannedAloud(name: string, problem: PlanProblem, seconds: number): Promise<Planned> {
  say(`${name}: planning for ${seconds} s`);
  const done = await planned(problem, { seconds, endsWhenProven: false });
  const { goals, bounds, provingSeconds = Number.NaN } = done.result ?? {};
  const times = `${round(done.seconds)} s, ${round(provingSeconds)} s of them for the bound`;
  say(`${name}: score ${goals?.score} of at most ${bounds?.score}, ${times}`);
  return done;
}

function summaryAloud(name: string, problem: PlanProblem, done: Planned) {
  const started = performance.now();
  const counted = summary(problem, done);
  say(`${name}: counted again, ${round((performance.now() - started) / 1000)} s`);
  return counted;
}

export async function planEvent({ name, shape, seconds, share }: Part) {
  const problem = eventOf(shape);
  const done = await plannedAloud(name, problem, seconds);
  const plain = firstCome(problem, ORDERS);
  const bound = done.result?.bounds.score ?? Number.NaN;
  return {
    problem,
    placement: done.result?.placement ?? new Int32Array(),
    found: {
      ...summaryAloud(name, problem, done),
      secondsToFirst: done.firstSeconds && round(done.firstSeconds),
      secondsToShare: secondsTo(done, share),
      secondsToPromised: secondsTo(done, promised.share),
      conflicts: faultsIn(problem, done.result ? [...done.result.placement] : []).length,
      firstCome: { ...plain, percentOfBound: round((100 * plain.score) / bound, 1) },
    },
  };
}

/** 30 talks fall away on the day; what is confirmed stays. */
export async function planAgain(problem: PlanProblem, placement: Int32Array, seconds: number) {
  const name = "30 cancellations";
  const changed = afterCancellations(problem, placement, { cancelled: 30, seed: 2 });
  const done = await plannedAloud(name, changed, seconds);
  const confirmed = changed.wishes.filter(({ locked }) => locked !== undefined).length;
  const confirmedMoved = changed.wishes.filter(
    ({ locked }, wish) => locked !== undefined && done.result?.placement[wish] !== locked,
  ).length;
  const difference = done.result?.difference;
  return {
    ...summaryAloud(name, changed, done),
    confirmed,
    confirmedMoved,
    added: difference?.added.length,
    moved: difference?.moved.length,
    removed: difference?.removed.length,
    peopleToTell: difference?.people.length,
  };
}
