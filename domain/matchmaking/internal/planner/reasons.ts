import { cell } from "./cells";
import type { Compiled } from "./compiled";
import type { Placement, PlanProblem, PlanWish } from "./model";
import { Timetable } from "./timetable";

/** Why a wish has no slot in a plan. Each can be checked with the plan in hand. */
export type Reason =
  | { why: "never" }
  /** The two are never both available. */
  | { why: "no-common-slot" }
  /** They are, but not in the half of the day that the wish asks for. */
  | { why: "no-common-slot-in-half" }
  /** So many talks are planned for these people, and they want no more. In these slots there would be room for one. */
  | { why: "quota"; people: number[]; slots: number[] }
  /** In each slot that is open to both, one of them has another talk. */
  | { why: "no-common-free-slot" }
  /** Both are free at times, but all tables are taken then. */
  | { why: "tables-taken"; slots: number[] }
  /** Both are free at times, but before a talk that has to come first, or after one that has to follow. */
  | { why: "order"; slots: number[] }
  /** Of the slots in which both are free some have no table, and the others are on the wrong side of another talk. */
  | { why: "tables-taken-or-order"; slots: number[] };

export type Unplaced = { wish: number; reason: Reason };

function withoutDomain({ people, slots }: PlanProblem, { a, b, kind }: PlanWish): Reason {
  if (kind === "never") return { why: "never" };
  const isOpen = (slot: number) => ![a, b].some((person) => people[person]?.closed.includes(slot));
  return { why: slots.some((_, slot) => isOpen(slot)) ? "no-common-slot-in-half" : "no-common-slot" };
}

function whyNot({ people }: PlanProblem, table: Timetable, wish: number): Reason {
  const { compiled } = table;
  // By what was asked, not by how many slots there are: somebody who sits in all of them has no quota in the way.
  const full = [cell(compiled.a, wish), cell(compiled.b, wish)].filter(
    (person) => cell(table.count, person) >= (people[person]?.max ?? 0),
  );
  const free = [...(compiled.domain[wish] ?? [])].filter((slot) => table.isFree(wish, slot));
  if (full.length > 0) {
    const fits = (slot: number) => table.hasTable(wish, slot) && table.orderBreaks(wish, slot) === 0;
    return { why: "quota", people: full, slots: free.filter(fits) };
  }
  if (free.length === 0) return { why: "no-common-free-slot" };
  if (free.every((slot) => !table.hasTable(wish, slot))) return { why: "tables-taken", slots: free };
  if (free.every((slot) => table.orderBreaks(wish, slot) > 0)) return { why: "order", slots: free };
  return { why: "tables-taken-or-order", slots: free };
}

/** Every wish without a slot with its reason. The plan must be one into which nothing more fits. */
export function unplacedIn(problem: PlanProblem, compiled: Compiled, placement: Placement): Unplaced[] {
  const table = new Timetable(compiled);
  table.restore(placement);
  return problem.wishes.flatMap((wish, at) => {
    if (cell(placement, at) >= 0) return [];
    const hasSlots = (compiled.domain[at]?.length ?? 0) > 0;
    return [{ wish: at, reason: hasSlots ? whyNot(problem, table, at) : withoutDomain(problem, wish) }];
  });
}
