import { cell } from "./cells";
import { type Compiled, isEveryTalkAtATable } from "./compiled";
import { linearProgram, type Row, type Term } from "./linear-program";
import { type PersonalPatterns, patternsOf } from "./patterns";

const FREE = 0x3fffffff;
/** Columns for patterns of all people together. */
const MOST_COLUMNS = 100_000;

const slotsIn = (mask: number, slots: number) =>
  Array.from({ length: slots }, (_, slot) => slot).filter((slot) => (mask >> slot) & 1);

/** How a person uses a slot: by one of the patterns with the fewest gaps, or by a share of everything else. */
function uses({ person, masks }: PersonalPatterns, slot: number): Term[] {
  const inPatterns = masks.flatMap((mask, at): Term[] =>
    (mask >> slot) & 1 ? [[1, `x${person}_${at}`]] : [],
  );
  return [...inPatterns, [1, `u${person}_${slot}`]];
}

/** One pattern, or one gap more (`y`) and any of the open slots. */
function rowsOfPerson(patterns: PersonalPatterns, slots: number): Row[] {
  const { person, masks, open, talks } = patterns;
  const other = `y${person}`;
  const free = slotsIn(open, slots);
  return [
    { terms: [...masks.map((_, at): Term => [1, `x${person}_${at}`]), [1, other]], is: "=", value: 1 },
    ...free.map(
      (slot): Row => ({
        terms: [
          [1, `u${person}_${slot}`],
          [-1, other],
        ],
        is: "<=",
        value: 0,
      }),
    ),
    { terms: [...free.map((slot): Term => [1, `u${person}_${slot}`]), [-talks, other]], is: "=", value: 0 },
  ];
}

/** A table seats two: so many tables, at most twice as many people at one time. Only where every talk takes a table. */
function rowsOfTables(compiled: Compiled, people: readonly PersonalPatterns[]): Row[] {
  if (!isEveryTalkAtATable(compiled)) return [];
  return Array.from({ length: compiled.slots }, (_, slot) => slot)
    .filter((slot) => cell(compiled.tables, slot) < FREE)
    .map((slot) => ({
      terms: people.flatMap((one) => ((one.open >> slot) & 1 ? uses(one, slot) : [])),
      is: "<=",
      value: 2 * cell(compiled.tables, slot),
    }));
}

/** Each talk has shares of its slots, which fill the used slots of both its people. */
function rowsOfTalks(compiled: Compiled, people: readonly PersonalPatterns[]): Row[] {
  const talks = compiled.domain.map(
    (domain, wish): Row => ({
      terms: Array.from(domain, (slot): Term => [1, `a${wish}_${slot}`]),
      is: "=",
      value: 1,
    }),
  );
  const links = people.flatMap((one) =>
    slotsIn(one.open, compiled.slots).map((slot): Row => {
      const here = [...(compiled.wishesOf[one.person] ?? [])].filter(
        (wish) => compiled.allowed[wish * compiled.slots + slot] === 1,
      );
      const used = uses(one, slot).map(([factor, column]): Term => [-factor, column]);
      return { terms: [...here.map((wish): Term => [1, `a${wish}_${slot}`]), ...used], is: "=", value: 0 };
    }),
  );
  return [...talks, ...links];
}

export type GapBound = {
  /** Gaps that remain if everybody could choose alone. */
  alone: number;
  /** What people's plans cost each other at least is the optimum of these; the second is slower and at least as good. */
  programs: readonly [people: string, talks: string];
};

/**
 * Lower bounds on the gaps of any plan that places every wish that can have a slot; undefined when some person cannot hold all
 * their talks. People who were not looked at when the time is up are left out: the bound becomes weaker and stays true.
 */
export function gapBound(compiled: Compiled, isOver: () => boolean): GapBound | undefined {
  const people: PersonalPatterns[] = [];
  for (let person = 0; person < compiled.people && !isOver(); person++) {
    if ((compiled.wishesOf[person]?.length ?? 0) === 0) continue;
    const patterns = patternsOf(compiled, person);
    if (!patterns) return undefined;
    people.push(patterns);
  }
  // Whose patterns are too many to list is left out: the bound becomes weaker and stays true.
  let columns = 0;
  const listed = people.filter(({ masks }) => {
    const isListed = masks.length > 0 && columns + masks.length <= MOST_COLUMNS;
    if (isListed) columns += masks.length;
    return isListed;
  });
  const objective = listed.map(({ person }): Term => [1, `y${person}`]);
  const own = listed.flatMap((one) => rowsOfPerson(one, compiled.slots));
  const rows = [...own, ...rowsOfTables(compiled, listed)];
  return {
    alone: people.reduce((sum, { gaps }) => sum + gaps, 0),
    programs: [
      linearProgram("Minimize", objective, rows),
      linearProgram("Minimize", objective, [...rows, ...rowsOfTalks(compiled, listed)]),
    ],
  };
}
