import { SUGGESTIONS } from "@/domain/matchmaking/rules";
import type { Generated } from "./crowd";

/** Lists by person: the indexes of who is suggested. */
export type Suggested = readonly (readonly number[])[];

const met = (needs: ReadonlySet<string>, abilities: ReadonlySet<string>): number =>
  [...needs].filter((tag) => abilities.has(tag)).length;

/**
 * Whether a talk of these two would truly have been worth it: each has something that the other needs, and together they
 * have three such things. Counted without rarities, lengths or means, so that no score is judged by its own formula.
 */
export function isWorthIt(a: Generated, b: Generated): boolean {
  const [forA, forB] = [met(a.needs, b.abilities), met(b.needs, a.abilities)];
  return forA > 0 && forB > 0 && forA + forB >= 3;
}

/** Whom each would have talked with gladly and could: the ground truth. */
export function truthOf(crowd: readonly Generated[]): Set<number>[] {
  const truth = crowd.map(() => new Set<number>());
  for (const [i, a] of crowd.entries()) {
    const free = new Set(a.said.free);
    for (let j = i + 1; j < crowd.length; j += 1) {
      const b = crowd[j];
      if (!b || !isWorthIt(a, b) || !b.said.free.some((slot) => free.has(slot))) continue;
      truth[i]?.add(j);
      truth[j]?.add(i);
    }
  }
  return truth;
}

export type Quality = { precision: number; recall: number; gini: number; listed: number; emptyLists: number };

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Gini coefficient of how often each is listed: 0 when all are equally often, towards 1 when few fill all lists. */
export function giniOf(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const total = sorted.reduce((sum, one) => sum + one, 0);
  if (total === 0) return 0;
  const weighed = sorted.reduce((sum, one, index) => sum + (2 * (index + 1) - sorted.length - 1) * one, 0);
  return weighed / (sorted.length * total);
}

/** Precision and recall at 12 over everybody with somebody worth it; recall of the twelve that a list can hold. */
export function qualityOf(lists: Suggested, truth: readonly ReadonlySet<number>[]): Quality {
  const exposure = lists.map(() => 0);
  for (const other of lists.flat()) exposure[other] = (exposure[other] ?? 0) + 1;
  const judged = lists.flatMap((list, me) => {
    const worth = truth[me];
    if (!worth || worth.size === 0) return [];
    const hits = list.filter((other) => worth.has(other)).length;
    return [
      {
        precision: list.length > 0 ? hits / list.length : 0,
        recall: hits / Math.min(SUGGESTIONS, worth.size),
      },
    ];
  });
  const mean = (of: (one: (typeof judged)[number]) => number) =>
    rounded(judged.reduce((sum, one) => sum + of(one), 0) / Math.max(1, judged.length));
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    gini: rounded(giniOf(exposure)),
    listed: rounded(lists.flat().length / Math.max(1, lists.length)),
    emptyLists: lists.filter((list) => list.length === 0).length,
  };
}
