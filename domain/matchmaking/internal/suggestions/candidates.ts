import { haveCommonSlot, type Population, type Seeker } from "./population";
import { directionsOf, type Scored, scoreOf } from "./score";

/** Whether the first must not be suggested to the second: met, asked, declined, blocked, hidden. The same both ways. */
export type Apart = (a: Seeker, b: Seeker) => boolean;

/** So many of the best are looked at for a list of twelve: enough that full exposure leaves a choice. */
const LOOKED_AT = 80;

/** Best first; of equal ones the earlier, so that the same crowd gets the same lists. */
export const bestFirst = (a: Scored, b: Scored): number => b.score - a.score || a.index - b.index;

/** Keeps the best in order: most of a crowd fails at the first comparison. */
function keep(best: Scored[], candidate: Scored): void {
  const last = best.at(-1);
  if (best.length === LOOKED_AT && last && bestFirst(last, candidate) < 0) return;
  const at = best.findIndex((one) => bestFirst(candidate, one) < 0);
  best.splice(at < 0 ? best.length : at, 0, candidate);
  if (best.length > LOOKED_AT) best.pop();
}

/** The best partners for one person, best first; only with a tag in common, a common free slot, and nothing between them. */
export function candidatesFor(population: Population, me: number, apart: Apart): Scored[] {
  const one = population.people[me];
  const best: Scored[] = [];
  if (!one) return best;
  const { mine, theirs, others } = directionsOf(population, me);
  for (const index of others) {
    const other = population.people[index];
    if (!other || !haveCommonSlot(population, me, index) || apart(one, other)) continue;
    const directions = { mine: mine[index] ?? 0, theirs: theirs[index] ?? 0 };
    keep(best, { index, score: scoreOf(one, other, directions) });
  }
  return best;
}
