import { cell } from "./cells";
import type { Compiled } from "./compiled";
import { linearProgram, type Row, type Term } from "./linear-program";
import type { Goals } from "./model";

/** The column that says how much of a wish is placed. */
export const column = (wish: number) => `w${wish}`;
const FREE = 0x3fffffff;

const placeable = (compiled: Compiled) =>
  Array.from({ length: compiled.wishes }, (_, wish) => wish).filter(
    (wish) => (compiled.domain[wish]?.length ?? 0) > 0,
  );

const ones = (wishes: Iterable<number>): Term[] => Array.from(wishes, (wish) => [1, column(wish)] as const);

/** The wishes of a person that can only stand in these slots cannot be more than the slots. */
function rowsOfPerson(compiled: Compiled, person: number): Row[] {
  const wishes = [...(compiled.wishesOf[person] ?? [])];
  const slotsOf = (list: readonly number[]) =>
    new Set(list.flatMap((wish) => [...(compiled.domain[wish] ?? [])]));
  const narrow = [...new Set(wishes.map((wish) => compiled.domain[wish]?.join(" ") ?? ""))].map((slots) => {
    const inside = new Set(slots.split(" ").map(Number));
    const within = wishes.filter((wish) => compiled.domain[wish]?.every((slot) => inside.has(slot)));
    return { within, most: inside.size };
  });
  const all = { within: wishes, most: Math.min(cell(compiled.max, person), slotsOf(wishes).size) };
  return [all, ...narrow]
    .filter(({ within, most }) => within.length > most)
    .map(({ within, most }) => ({ terms: ones(within), is: "<=", value: most }));
}

function rowsOfTables(compiled: Compiled): Row[] {
  const tables = compiled.tables.reduce((sum, count) => sum + count, 0);
  const atTables = placeable(compiled).filter((wish) => cell(compiled.takesTable, wish) === 1);
  return tables < FREE && atTables.length > tables
    ? [{ terms: ones(atTables), is: "<=", value: tables }]
    : [];
}

function hardRows(compiled: Compiled): Row[] {
  const people = Array.from({ length: compiled.people }, (_, person) => rowsOfPerson(compiled, person));
  return [...people.flat(), ...rowsOfTables(compiled)];
}

/** The goals before `score` may not become worse than they are. */
function rowsOfGoals(compiled: Compiled, reached: Goals): Row[] {
  const musts = placeable(compiled).filter((wish) => cell(compiled.isMust, wish) === 1);
  const placed = compiled.isMust.reduce((sum, one) => sum + one, 0) - reached.mustsMissing;
  const short: Term[] = [];
  const owed = Array.from({ length: compiled.people }, (_, person): Row => {
    const min = cell(compiled.min, person);
    // A column ends at 1, so what is missing to a minimum is counted in shares of it.
    if (min > 0) short.push([min, `s${person}`]);
    return {
      terms: min > 0 ? [...ones(compiled.wishesOf[person] ?? []), [min, `s${person}`]] : [],
      is: ">=",
      value: min,
    };
  });
  return [
    { terms: ones(musts), is: ">=", value: placed },
    ...owed,
    { terms: short, is: "<=", value: reached.minimumMissing },
  ];
}

/**
 * The b-matching relaxation: which wishes fit quotas and tables, whatever the time. Its optimum is a score that no plan
 * with as many must-meets and as few missing minimums can exceed.
 */
export function scoreBoundProgram(compiled: Compiled, reached: Goals): string {
  const objective = placeable(compiled).map((wish): Term => [cell(compiled.score, wish), column(wish)]);
  return linearProgram("Maximize", objective, [...hardRows(compiled), ...rowsOfGoals(compiled, reached)]);
}

/** The most must-meets that fit at all. */
export function mustBoundProgram(compiled: Compiled): string {
  const musts = placeable(compiled).filter((wish) => cell(compiled.isMust, wish) === 1);
  return linearProgram("Maximize", ones(musts), hardRows(compiled));
}
