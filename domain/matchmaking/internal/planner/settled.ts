import type { Compiled } from "./compiled";
import type { Impossibility } from "./impossibilities";
import type { Goals, Placement } from "./model";
import type { Bounds } from "./progress";
import { isInReach } from "./proof";

/** The best plan so far, and what is proven of every plan. */
type Known = {
  compiled: Compiled;
  best: { goals: Goals; placement: Placement };
  bounds: Bounds;
  impossible: readonly Impossibility[];
};

/** Every wish that can be placed somewhere is. */
export const isComplete = ({ compiled, best: { placement } }: Pick<Known, "compiled" | "best">): boolean =>
  compiled.domain.every((slots, wish) => slots.length === 0 || (placement[wish] ?? -1) >= 0);

/**
 * Whether a bound of gaps holds for the plans that are looked for: there it is known which wishes have a place. Pairs that never
 * meet are in nobody's programme, so what is true without them is true.
 */
export function canCountGaps({ compiled, best, impossible }: Omit<Known, "bounds">): boolean {
  const isWhole = isComplete({ compiled, best }) || (compiled.isAllMusts && impossible.length === 0);
  return compiled.isPlain && isWhole && isInReach(compiled);
}

/** No other choice of wishes is better. */
export const isChoiceProven = ({ best: { goals }, bounds: { score, mustsMissing } }: Known): boolean =>
  goals.mustsMissing <= mustsMissing && goals.minimumMissing === 0 && goals.score === score;

/** Which wishes have a place is proven, and nothing is left to wish for in when they have it. */
function isPerfect(known: Known): boolean {
  const { gaps, waits, withoutRest, changed, notPreferred } = known.best.goals;
  const isFlawless = gaps + waits + withoutRest + changed + notPreferred === 0;
  return isFlawless && (isComplete(known) || isChoiceProven(known));
}

/** Where a search need not go on: the plan is perfect, or every wish has its place and no plan of them has fewer gaps. */
export function isSettled(known: Known): boolean {
  if (isPerfect(known)) return true;
  const { gaps } = known.bounds;
  return isComplete(known) && gaps !== undefined && known.best.goals.gaps <= gaps;
}
