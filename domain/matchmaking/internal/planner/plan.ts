import { type Compiled, compile } from "./compiled";
import { type Difference, differenceOf } from "./difference";
import type { Impossibility } from "./impossibilities";
import type { Goals, Placement, PlanProblem } from "./model";
import { Planning } from "./planning";
import type { Bounds, PlanOptions } from "./progress";
import { type Unplaced, unplacedIn } from "./reasons";
import { type Flaw, flawsOf } from "./validation";

export type PlanResult = {
  placement: Placement;
  goals: Goals;
  /** What no plan can exceed or fall below, as far as it was proven. */
  bounds: Bounds;
  /** Not empty: no plan places all must-meets, and this is why. */
  impossible: Impossibility[];
  unplaced: Unplaced[];
  difference: Difference;
  seconds: number;
  /** When the first plan stood, and when the first that places every must-meet did. */
  firstSeconds: number;
  fullSeconds: number | undefined;
  /** What bounds and proofs took of `seconds`. */
  provingSeconds: number;
};

function resultOf(problem: PlanProblem, compiled: Compiled, planning: Planning): PlanResult {
  const { placement, goals } = planning.search.best;
  return {
    placement,
    goals,
    bounds: planning.bounds,
    impossible: planning.impossible,
    unplaced: unplacedIn(problem, compiled, placement),
    difference: differenceOf(problem, placement),
    seconds: planning.elapsed(),
    firstSeconds: planning.firstSeconds,
    fullSeconds: planning.fullSeconds,
    provingSeconds: planning.provingSeconds,
  };
}

/**
 * Plans talks: a first plan at once, then better ones until time is up, it is proven that there is none better in the
 * goals that have a bound, or somebody stops it. Returns flaws where the problem contradicts itself.
 */
export async function plan(
  problem: PlanProblem,
  options: PlanOptions,
): Promise<{ ok: true; result: PlanResult } | { ok: false; flaws: Flaw[] }> {
  const started = options.now();
  const flaws = flawsOf(problem);
  if (flaws.length > 0) return { ok: false, flaws };
  const compiled = compile(problem);
  const planning = new Planning(problem, compiled, { ...options, started });
  await planning.run();
  return { ok: true, result: resultOf(problem, compiled, planning) };
}
