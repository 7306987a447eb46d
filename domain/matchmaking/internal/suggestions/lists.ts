import { EXPOSURE, SUGGESTIONS, SUGGESTIONS_PER_ORGANISATION } from "../../rules";
import { type Apart, bestFirst, candidatesFor } from "./candidates";
import type { Population } from "./population";
import type { Scored } from "./score";

/** Each person's suggestions by index, best first, and in how many lists each stands. */
export type Lists = { of: Scored[][]; exposure: number[] };

/** Whether this one can be added to a list without too many colleagues in it. */
export function fits({ people }: Population, list: readonly Scored[], index: number): boolean {
  const organisation = people[index]?.organisation;
  if (!organisation) return true;
  const colleagues = list.filter((one) => people[one.index]?.organisation === organisation);
  return colleagues.length < SUGGESTIONS_PER_ORGANISATION;
}

/**
 * Everybody's list. They choose in turns, one suggestion a turn, who comes first being reversed each time: so nobody's
 * list is empty because others chose before, and nobody fills every list.
 */
export function listsOf(population: Population, apart: Apart): Lists {
  const wanted = population.people.map((_, index) => candidatesFor(population, index, apart));
  const next = wanted.map(() => 0);
  const lists: Lists = { of: wanted.map(() => []), exposure: wanted.map(() => 0) };
  const order = wanted.map((_, index) => index);
  for (let turn = 0; turn < SUGGESTIONS; turn += 1) {
    for (const me of order) takeNext(me);
    order.reverse();
  }
  for (const list of lists.of) list.sort(bestFirst);
  return lists;

  function takeNext(me: number) {
    const [candidates, mine] = [wanted[me] ?? [], lists.of[me] ?? []];
    for (let at = next[me] ?? 0; at < candidates.length; at += 1) {
      const candidate = candidates[at];
      if (!candidate || (lists.exposure[candidate.index] ?? 0) >= EXPOSURE) continue;
      if (!fits(population, mine, candidate.index)) continue;
      next[me] = at + 1;
      mine.push(candidate);
      lists.exposure[candidate.index] = (lists.exposure[candidate.index] ?? 0) + 1;
      return;
    }
    next[me] = candidates.length;
  }
}
