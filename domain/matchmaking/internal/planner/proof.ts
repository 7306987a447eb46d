import { type Compiled, compile } from "./compiled";
import { gapBound } from "./gap-bound";
import type { Placement, PlanProblem, PlanWish } from "./model";
import { everythingPlaced, placementIn } from "./satisfiability";
import type { Search } from "./search";
import type { Decision, Solvers } from "./solvers";

/** Above this number of (wish, slot) pairs Z3 would need minutes and gigabytes. */
const MOST_PAIRS = 20_000;
/** A programme of gaps may take this part of the time that is left, because plans are still to be looked for. */
const SHARE_OF_LINEAR = 0.3;
/** Solvers of linear programmes calculate with tolerances far below this. */
const ROUNDING = 1e-4;

export const isInReach = ({ domain }: Compiled) =>
  domain.reduce((sum, slots) => sum + slots.length, 0) <= MOST_PAIRS;

export type GapSearch = {
  linear: Solvers["linear"];
  secondsLeft: () => number;
  /** Whoever has a plan with so many gaps need not hear of a lower bound beyond them. */
  enough: number;
};

/** The fewest gaps a plan with every wish can have, as far as linear programmes tell in the time that is left. */
export async function fewestGaps(
  compiled: Compiled,
  { linear, secondsLeft, enough }: GapSearch,
): Promise<number> {
  const bound = gapBound(compiled, () => secondsLeft() <= 0);
  if (!bound) return 0;
  let gaps = bound.alone;
  for (const program of bound.programs) {
    if (gaps >= enough || secondsLeft() <= 0) break;
    const { optimum } = await linear(program, secondsLeft() * SHARE_OF_LINEAR);
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

/** A plan of all must-meets, nothing else regarded, or that there is none. */
export async function mustsTogether(
  problem: PlanProblem,
  decide: (text: string) => Promise<Decision>,
): Promise<Placement | "impossible" | "unknown"> {
  const isMust = ({ kind, locked }: PlanWish) => kind === "must" || locked !== undefined;
  const musts = problem.wishes.flatMap((wish, at) => (isMust(wish) ? [at] : []));
  const place = new Map(musts.map((wish, at) => [wish, at]));
  const precedences = problem.precedences.flatMap(({ before, after }) => {
    const [one, other] = [place.get(before), place.get(after)];
    return one === undefined || other === undefined ? [] : [{ before: one, after: other }];
  });
  const decision = await decide(
    everythingPlaced(compile({ ...problem, wishes: problem.wishes.filter(isMust), precedences })),
  );
  if (decision.answer === "no") return "impossible";
  if (decision.answer === "unknown") return "unknown";
  const found = placementIn(decision.model, musts.length);
  const placement = new Int32Array(problem.wishes.length).fill(-1);
  musts.forEach((wish, at) => {
    placement[wish] = found[at] ?? -1;
  });
  return placement;
}
