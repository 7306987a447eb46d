/** Why two have no talk on a matrix as it stands. Pure: by what `movesOf` lets an organizer do on the same matrix. */
import type { PlanMatrix, UnplacedWish } from "../labels";
import { hasBegun } from "./moves";

type Why = Pick<UnplacedWish, "reason" | "values">;
type Asked = { a: string; b: string; needsTable: boolean };
type Shown = Pick<PlanMatrix, "slots" | "people" | "talks" | "closed" | "tables">;

const collect = (sets: Map<string, Set<number>>, key: string, slot: number) =>
  sets.set(key, (sets.get(key) ?? new Set()).add(slot));

/** What stands on a matrix, by person and by slot. */
function standingOn({ talks, closed, slots, tables }: Shown) {
  const [busy, shut] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()];
  const seated = slots.map(() => 0);
  for (const { people, slot, table, state } of talks) {
    if (slot === null || state === "cancelled") continue;
    for (const id of people) collect(busy, id, slot);
    if (table !== null) seated[slot] = (seated[slot] ?? 0) + 1;
  }
  for (const { personId, slot } of closed) collect(shut, personId, slot);
  const has = (sets: ReadonlyMap<string, ReadonlySet<number>>, slot: number) => (id: string) =>
    sets.get(id)?.has(slot) === true;
  return {
    countOf: (id: string) => busy.get(id)?.size ?? 0,
    isOpen: (pair: readonly string[], slot: number) => !pair.some(has(shut, slot)),
    isFree: (pair: readonly string[], slot: number) => !pair.some(has(busy, slot)),
    isFull: (slot: number) => (seated[slot] ?? 0) >= tables,
  };
}

/**
 * Says of two without a talk what is in the way of one, in the planner's own order: no time in common, then how many talks
 * they take, then other talks, then tables. Where nothing is, that: somebody changed the plan by hand.
 */
export function reasonsOn(matrix: Shown, now: Date): (asked: Asked) => Why {
  const there = standingOn(matrix);
  const quotas = new Map(matrix.people.map(({ id, quota }) => [id, quota]));
  const quotaOf = (id: string) => quotas.get(id) ?? 0;
  const isSated = (id: string) => there.countOf(id) >= quotaOf(id);
  const ahead = new Set(matrix.slots.flatMap((slot, at) => (hasBegun(slot, now) ? [] : [at])));

  return ({ a, b, needsTable }): Why => {
    const pair = [a, b];
    const open = matrix.slots.flatMap((_, slot) => (there.isOpen(pair, slot) ? [slot] : []));
    if (open.length === 0) return { reason: "noCommonSlot", values: {} };
    const free = open.filter((slot) => there.isFree(pair, slot));
    const fits = free.filter((slot) => !(needsTable && there.isFull(slot)));
    const slots = fits.filter((slot) => ahead.has(slot)).length;
    const [one, other] = [isSated(a), isSated(b)];
    if (one && other) return { reason: "quotaBoth", values: { slots } };
    if (one) return { reason: "quotaOne", values: { slots, quota: quotaOf(a) } };
    if (other) return { reason: "quotaOther", values: { slots, quota: quotaOf(b) } };
    if (free.length === 0) return { reason: "noCommonFreeSlot", values: {} };
    if (fits.length === 0) return { reason: "tablesTaken", values: { slots: free.length } };
    return slots === 0 ? { reason: "over", values: {} } : { reason: "fits", values: { slots } };
  };
}
