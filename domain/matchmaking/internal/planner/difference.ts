import type { Placement, PlanProblem } from "./model";

/** What publishing a plan would change for people. */
export type Difference = {
  added: { wish: number; to: number }[];
  moved: { wish: number; from: number; to: number }[];
  removed: { wish: number; from: number }[];
  /** Everybody with a talk in one of these lists. */
  people: number[];
};

/** Compares a plan with the published one. */
export function differenceOf({ wishes }: PlanProblem, placement: Placement): Difference {
  const difference: Difference = { added: [], moved: [], removed: [], people: [] };
  const people = new Set<number>();
  wishes.forEach(({ a, b, published: from }, wish) => {
    const slot = placement[wish] ?? -1;
    const to = slot < 0 ? undefined : slot;
    if (from === to) return;
    people.add(a).add(b);
    if (from === undefined) difference.added.push({ wish, to: slot });
    else if (to === undefined) difference.removed.push({ wish, from });
    else difference.moved.push({ wish, from, to });
  });
  difference.people = [...people].sort((one, other) => one - other);
  return difference;
}
