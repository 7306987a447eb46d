import type { PlanProblem } from "@/domain/matchmaking/internal/planner/model";
import type { PlanResult } from "@/domain/matchmaking/internal/planner/plan";
import type { Progress } from "@/domain/matchmaking/internal/planner/progress";
import { startPlan } from "@/domain/matchmaking/internal/planner-thread";

/** The bundled thread lies beside this bundled bench. */
const program = new URL("./planner.mjs", import.meta.url);
const MEMORY_EVERY_MS = 20;

export type Planned = {
  /** Undefined where the problem contradicts itself. */
  result: PlanResult | undefined;
  flaws: string[];
  progress: Progress[];
  /** From the order until the first plan was known here; undefined when none was. */
  firstSeconds: number | undefined;
  /** From the order until the plan was there, with the start of the thread. */
  seconds: number;
  /** The most memory of this whole process meanwhile. */
  peakMb: number;
};

export type Order = { seconds: number; endsWhenProven: boolean };

/** Plans in a thread, as the product does, and looks on. */
export async function planned(problem: PlanProblem, order: Order): Promise<Planned> {
  const progress: Progress[] = [];
  let peak = process.memoryUsage.rss();
  const memory = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, MEMORY_EVERY_MS);
  const started = performance.now();
  let firstSeconds: number | undefined;
  const onProgress = (one: Progress) => {
    firstSeconds ??= (performance.now() - started) / 1000;
    progress.push(one);
  };
  const run = startPlan(problem, { ...order, seed: 1, program, onProgress });
  try {
    const outcome = await run.outcome;
    return {
      result: outcome.ok ? outcome.result : undefined,
      flaws: outcome.ok ? [] : outcome.flaws.map(({ what }) => what),
      ...{ progress, firstSeconds },
      seconds: (performance.now() - started) / 1000,
      peakMb: Math.round(peak / 2 ** 20),
    };
  } finally {
    clearInterval(memory);
  }
}

/** Does the work for each item, so many at a time; results stand in the order of the items. */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

export const round = (value: number, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits;
