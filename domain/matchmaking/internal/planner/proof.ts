import type { Compiled } from "./compiled";
import { gapBound } from "./gap-bound";
import { everythingPlaced, placementIn } from "./satisfiability";
import type { Search } from "./search";
import type { Solvers } from "./solvers";

/** Above this number of (wish, slot) pairs Z3 would need minutes and gigabytes. */
const MOST_PAIRS = 20_000;
const LINEAR_SECONDS = 20;
/** Solvers of linear programmes calculate with tolerances far below this. */
const ROUNDING = 1e-4;

export const isInReach = ({ domain }: Compiled) =>
  domain.reduce((sum, slots) => sum + slots.length, 0) <= MOST_PAIRS;

/** The fewest gaps a plan with every wish can have, as far as linear programmes tell; stops at `enough`. */
export async function fewestGaps(
  compiled: Compiled,
  linear: Solvers["linear"],
  enough: number,
): Promise<number> {
  const bound = gapBound(compiled);
  if (!bound) return 0;
  let gaps = bound.alone;
  for (const program of bound.programs) {
    if (gaps >= enough) break;
    const { optimum } = await linear(program, LINEAR_SECONDS);
    if (optimum !== undefined) gaps = Math.max(gaps, bound.alone + Math.ceil(optimum - ROUNDING));
  }
  return gaps;
}

export type Climb = {
  compiled: Compiled;
  search: Search;
  decide: Solvers["decide"];
  secondsLeft: () => number;
  shouldStop: () => boolean;
  onBound: (gaps: number) => void;
};

/**
 * Asks for a plan with at most as many gaps as the bound. Each "no" raises the bound by one; the first "yes" is a best
 * plan, and the refusals before it are the proof.
 */
export async function climb(from: number, way: Climb): Promise<void> {
  const { compiled, search, shouldStop, onBound } = way;
  for (let bound = from; bound < search.best.goals.gaps; ) {
    const seconds = way.secondsLeft();
    if (seconds <= 0 || shouldStop()) return;
    const text = everythingPlaced(compiled, bound);
    const decision = await way.decide(text, { seconds, shouldStop });
    if (decision.answer === "unknown") return;
    if (decision.answer === "yes") return search.offer(placementIn(decision.model, compiled.wishes));
    bound++;
    onBound(bound);
  }
}
