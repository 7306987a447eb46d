import { isBetter } from "../planner/goals";
import type { Goals, PlanProblem } from "../planner/model";
import { faultsIn, goalsOf, openFor } from "./plan-judge";

/** The goals of a best plan, by trying every way to place every wish; undefined where locked talks allow none. */
export function bestOf(problem: PlanProblem): Goals | undefined {
  let best: Goals | undefined;
  const slots = problem.wishes.map(() => -1);
  const tryFrom = (wish: number): void => {
    const one = problem.wishes[wish];
    if (!one) {
      if (faultsIn(problem, slots).length > 0) return;
      const goals = goalsOf(problem, slots);
      if (!best || isBetter(goals, best, "all")) best = goals;
      return;
    }
    for (const slot of [...(one.locked === undefined ? [-1] : []), ...openFor(problem, one)]) {
      slots[wish] = slot;
      tryFrom(wish + 1);
    }
    slots[wish] = -1;
  };
  tryFrom(0);
  return best;
}
