import type { Goals } from "./model";

/** The order of goals; 1 where more is better. */
const ORDER = [
  ["mustsMissing", -1],
  ["minimumMissing", -1],
  ["score", 1],
  ["spread", 1],
  ["gaps", -1],
  ["waits", -1],
  ["withoutRest", -1],
  ["changed", -1],
  ["notPreferred", -1],
] as const satisfies readonly (readonly [keyof Goals, 1 | -1])[];

/** Goals that only depend on which wishes are placed, not on when. */
export const GOALS_OF_CHOICE = 4;
export const ALL_GOALS = ORDER.length;

/** Whether `one` is better in the first of so many goals in which the two differ. */
export function isBetter(one: Goals, other: Goals, depth: number): boolean {
  for (let place = 0; place < depth; place++) {
    const [goal, sign] = ORDER[place] ?? ORDER[0];
    const difference = (one[goal] - other[goal]) * sign;
    if (difference !== 0) return difference > 0;
  }
  return false;
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

export type Stage = { weights: Weights; hot: number; cold: number; depth: number; insertions: number };

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
  return { weights, hot: 0.8, cold: 0.08, depth: GOALS_OF_CHOICE, insertions: 0.7 };
}

/** When: a gap counts 1, and a free slot in it a little, because long gaps close by and by. */
export function arranging(averageScore: number, isAllMusts: boolean): Stage {
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
  return { weights, hot: 0.6, cold: 0.2, depth: ALL_GOALS, insertions: 0.1 };
}
