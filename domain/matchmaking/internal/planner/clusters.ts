import { cell } from "./cells";
import type { Compiled } from "./compiled";

/** A person and some of their talks: never more than one of these is held at a time. */
export type Cluster = { person: number; wishes: number[]; isWhole: boolean };

/**
 * Deals the talks at tables out to people, the busiest first, so that a cap on talks in a slot needs one literal for each
 * person instead of one for each talk.
 */
export function clustersOf(compiled: Compiled): Cluster[] {
  const left = compiled.wishesOf.map(
    (wishes) => new Set([...wishes].filter((wish) => cell(compiled.takesTable, wish) === 1)),
  );
  const clusters: Cluster[] = [];
  for (;;) {
    let person = -1;
    left.forEach((wishes, one) => {
      if (wishes.size > (left[person]?.size ?? 0)) person = one;
    });
    const wishes = [...(left[person] ?? [])];
    if (wishes.length === 0) return clusters;
    clusters.push({ person, wishes, isWhole: wishes.length === compiled.wishesOf[person]?.length });
    for (const wish of wishes) {
      left[cell(compiled.a, wish)]?.delete(wish);
      left[cell(compiled.b, wish)]?.delete(wish);
    }
  }
}
