import { SUGGESTIONS } from "../../rules";
import { type Apart, bestFirst, candidatesFor } from "./candidates";
import { EXPOSURE, fits, type Lists } from "./lists";
import type { Population } from "./population";
import type { Scored } from "./score";

/**
 * The lists after one person's profile, free time or relations changed, without making all of them anew: that person's own
 * list, those that they leave, and those that they now belong into. `changed` names whose lists differ, theirs always.
 */
export function afterChange(
  population: Population,
  { lists, me, apart }: { lists: Lists; me: number; apart: Apart },
): { lists: Lists; changed: number[] } {
  const next: Lists = { of: lists.of.map((list) => [...list]), exposure: [...lists.exposure] };
  const candidates = candidatesFor(population, me, apart);
  const scores = new Map(candidates.map(({ index, score }) => [index, score]));
  const changed = new Set([me]);
  for (const [index, list] of next.of.entries()) {
    const at = list.findIndex((one) => one.index === me);
    if (at < 0) continue;
    list.splice(at, 1);
    expose(next, me, -1);
    changed.add(index);
  }
  renewOwn(population, { next, me, candidates });
  for (const [index, score] of scores) if (enter(population, { next, index, me, score })) changed.add(index);
  return { lists: next, changed: [...changed] };
}

function expose(lists: Lists, index: number, by: 1 | -1): void {
  lists.exposure[index] = (lists.exposure[index] ?? 0) + by;
}

type Own = { next: Lists; me: number; candidates: readonly Scored[] };

function renewOwn(population: Population, { next, me, candidates }: Own): void {
  for (const { index } of next.of[me] ?? []) expose(next, index, -1);
  const mine: Scored[] = [];
  for (const candidate of candidates) {
    if (mine.length === SUGGESTIONS) break;
    const isFull = (next.exposure[candidate.index] ?? 0) >= EXPOSURE;
    if (isFull || !fits(population, mine, candidate.index)) continue;
    mine.push(candidate);
    expose(next, candidate.index, 1);
  }
  next.of[me] = mine;
}

type Entry = { next: Lists; index: number; me: number; score: number };

/** Puts somebody into another's list, if there is room or they are better than its last; the last then leaves. */
function enter(population: Population, { next, index, me, score }: Entry): boolean {
  const list = next.of[index];
  if (!list || (next.exposure[me] ?? 0) >= EXPOSURE) return false;
  const last = list.length >= SUGGESTIONS ? list.at(-1) : undefined;
  if (last && last.score >= score) return false;
  const kept = last ? list.slice(0, -1) : list;
  if (!fits(population, kept, me)) return false;
  if (last) expose(next, last.index, -1);
  next.of[index] = [...kept, { index: me, score }].sort(bestFirst);
  expose(next, me, 1);
  return true;
}
