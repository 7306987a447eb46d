import { cell } from "./cells";
import type { Compiled } from "./compiled";
import type { Timetable } from "./timetable";

/**
 * Locked talks, then must-meets, the busiest people's first; then by preference, if there is one, and by score, those
 * first whose people have few others. Sorts these wishes in place.
 */
function sort(wishes: Int32Array, compiled: Compiled, preference?: Float64Array): Int32Array {
  const { isLocked, isMust, score, a, b, wishesOf } = compiled;
  const preferred = (wish: number) => preference?.[wish] ?? 0;
  // Counted once for each wish and not for each comparison, of which there are a dozen times as many.
  const others = new Int32Array(compiled.wishes);
  const rank = new Int32Array(compiled.wishes);
  for (const wish of wishes) {
    others[wish] = (wishesOf[cell(a, wish)]?.length ?? 0) + (wishesOf[cell(b, wish)]?.length ?? 0);
    rank[wish] = cell(isLocked, wish) * 2 + cell(isMust, wish);
  }
  return wishes.sort(
    (one, other) =>
      cell(rank, other) - cell(rank, one) ||
      (cell(isMust, one) === 1 ? cell(others, other) - cell(others, one) : 0) ||
      preferred(other) - preferred(one) ||
      cell(score, other) - cell(score, one) ||
      cell(others, one) - cell(others, other) ||
      one - other,
  );
}

/** The slot in which a wish can stand beside all that is planned, with the fewest talks so far; -1 where there is none. */
function emptiestSlot(table: Timetable, wish: number): number {
  let best = -1;
  for (const slot of table.compiled.domain[wish] ?? []) {
    const fits =
      table.isFree(wish, slot) && table.hasTable(wish, slot) && table.orderBreaks(wish, slot) === 0;
    if (fits && (best < 0 || cell(table.load, slot) < cell(table.load, best))) best = slot;
  }
  return best;
}

/** Where the published plan had it, if that is still possible, because few changes are a goal. */
function slotFor(table: Timetable, wish: number): number {
  const { published, allowed, slots } = table.compiled;
  const slot = cell(published, wish);
  const isPossible =
    slot >= 0 &&
    allowed[wish * slots + slot] === 1 &&
    table.isFree(wish, slot) &&
    table.hasTable(wish, slot) &&
    table.orderBreaks(wish, slot) === 0;
  return isPossible ? slot : emptiestSlot(table, wish);
}

/**
 * Puts in whatever fits without moving anything; afterwards every wish without a slot really has none. Begins with
 * locked talks, and with those of the published plan.
 */
export function fill(table: Timetable, preference?: Float64Array): void {
  const { compiled } = table;
  const homeless = Int32Array.from({ length: compiled.wishes }, (_, wish) => wish).filter(
    (wish) => cell(table.slotOf, wish) < 0,
  );
  const wishes = sort(homeless, compiled, preference);
  const isStanding = (wish: number) =>
    cell(compiled.isLocked, wish) === 1 || cell(compiled.published, wish) >= 0;
  for (const wish of [...wishes.filter(isStanding), ...wishes.filter((one) => !isStanding(one))]) {
    if (cell(compiled.isLocked, wish) === 0 && !table.hasQuota(wish)) continue;
    const slot = slotFor(table, wish);
    if (slot >= 0) table.put(wish, slot);
  }
}
