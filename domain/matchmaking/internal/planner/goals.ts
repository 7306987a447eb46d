import type { Goals } from "./model";

/** Whether plans are compared by all goals, or only by those that depend on which wishes are placed and not on when. */
export type Depth = "choice" | "all";

/** Whether `one` is better in the first goal in which the two differ. */
export function isBetter(one: Goals, other: Goals, depth: Depth): boolean {
  const choice =
    other.mustsMissing - one.mustsMissing ||
    other.minimumMissing - one.minimumMissing ||
    one.score - other.score ||
    one.spread - other.spread;
  if (choice !== 0 || depth === "choice") return choice > 0;
  const times =
    other.gaps - one.gaps ||
    other.waits - one.waits ||
    other.withoutRest - one.withoutRest ||
    other.changed - one.changed ||
    other.notPreferred - one.notPreferred;
  return times > 0;
}

/** What a change of each goal weighs while the search walks; the walk is guided by it, the best is kept by `isBetter`. */
export type Weights = {
  must: number;
  minimum: number;
  score: number;
  spread: number;
  gap: number;
  wait: number;
  rest: number;
  changed: number;
  notPreferred: number;
  /** A table too many or a precedence broken. */
  fault: number;
};

export type Stage = {
  weights: Weights;
  hot: number;
  /** Every second round begins so many times hotter: the others stay near what is known to be good. */
  reheat: number;
  cold: number;
  depth: Depth;
  insertions: number;
};

/** Which wishes: scores as they come on average count 2, so that one temperature fits every scale of scores. */
export function choosing(averageScore: number): Stage {
  const weights = {
    must: 40,
    minimum: 8,
    score: 2 / averageScore,
    spread: 1e-5,
    gap: 0,
    wait: 0,
    rest: 0,
    changed: 0,
    notPreferred: 0,
    fault: 40,
  };
  return { weights, hot: 0.3, reheat: 4, cold: 0.08, depth: "choice", insertions: 0.7 };
}

/** When: a gap counts 1, and a free slot in it a little, because long gaps close by and by. */
export function arranging(
  averageScore: number,
  { isAllMusts, isGapsAlone }: { isAllMusts: boolean; isGapsAlone: boolean },
): Stage {
  const weights = {
    must: isAllMusts ? 4 : 16,
    minimum: 8,
    score: 4 / averageScore,
    spread: 1e-5,
    gap: 1,
    wait: 0.3,
    rest: 0.25,
    changed: 0.15,
    notPreferred: 0.05,
    fault: 1,
  };
  // Where gaps are all that counts the search is kept warm; else it has to cool until the last goals tell.
  return { weights, hot: 0.35, reheat: 1, cold: isGapsAlone ? 0.2 : 0.03, depth: "all", insertions: 0.1 };
}
