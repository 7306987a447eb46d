import { EXPOSURE, SUGGESTIONS } from "../../rules";
import { type Apart, bestFirst, candidatesFor } from "./candidates";
import { fits, type Lists } from "./lists";
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

/** The best of somebody's candidates who still have room in others' lists: what lists of one person alone are made by. */
export function chosenFrom(
  population: Population,
  candidates: readonly Scored[],
  exposure: readonly number[],
): Scored[] {
  const chosen: Scored[] = [];
  for (const candidate of candidates) {
    if (chosen.length === SUGGESTIONS) break;
    const isFull = (exposure[candidate.index] ?? 0) >= EXPOSURE;
    if (!isFull && fits(population, chosen, candidate.index)) chosen.push(candidate);
  }
  return chosen;
}

type Own = { next: Lists; me: number; candidates: readonly Scored[] };

function renewOwn(population: Population, { next, me, candidates }: Own): void {
  for (const { index } of next.of[me] ?? []) expose(next, index, -1);
  const mine = chosenFrom(population, candidates, next.exposure);
  for (const { index } of mine) expose(next, index, 1);
  next.of[me] = mine;
}

/** The lists with those of these people made anew, one after the other: for who lost somebody and has room. */
export function refilled(
  population: Population,
  { lists, short, apart }: { lists: Lists; short: readonly number[]; apart: Apart },
): Lists {
  const next: Lists = { of: [...lists.of], exposure: [...lists.exposure] };
  for (const me of short)
    renewOwn(population, { next, me, candidates: candidatesFor(population, me, apart) });
  return next;
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
