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

const atMost = (gaps: number, { compiled, decide, ...way }: Climb) =>
  decide(everythingPlaced(compiled, gaps), { seconds: way.secondsLeft(), shouldStop: way.shouldStop });

const canAsk = ({ secondsLeft, shouldStop }: Climb) => secondsLeft() > 0 && !shouldStop();

/**
 * Asks for a plan with at most as many gaps as the bound. Each "no" raises the bound by one; the first "yes" is a best
 * plan, and the refusals before it are the proof. What stays undecided is left for questions from the other side.
 */
export async function climb(from: number, way: Climb): Promise<void> {
  const { compiled, search, onBound } = way;
  for (let bound = from; bound < search.best.goals.gaps && canAsk(way); ) {
    const decision = await atMost(bound, way);
    if (decision.answer === "unknown") return descend(bound, way);
    if (decision.answer === "yes") return search.offer(placementIn(decision.model, compiled.wishes));
    bound++;
    onBound(bound);
  }
}

/** Asks for one gap less than the best plan has, as long as there is an answer; a "no" is the proof that it is best. */
async function descend(bound: number, way: Climb): Promise<void> {
  const { compiled, search, onBound } = way;
  while (bound < search.best.goals.gaps && canAsk(way)) {
    const { gaps } = search.best.goals;
    const decision = await atMost(gaps - 1, way);
    if (decision.answer === "unknown") return;
    if (decision.answer === "no") return onBound(gaps);
    search.offer(placementIn(decision.model, compiled.wishes));
    if (search.best.goals.gaps >= gaps) return;
  }
}
