import { cell } from "./cells";
import { clustersOf } from "./clusters";
import { type Compiled, isEveryTalkAtATable } from "./compiled";
import type { Placement } from "./model";

const FREE = 0x3fffffff;
const stands = (wish: number, slot: number) => `a${wish}_${slot}`;
const busy = (person: number, slot: number) => `u${person}_${slot}`;
const begun = (person: number, slot: number) => `z${person}_${slot}`;

const or = (terms: readonly string[]) => {
  if (terms.length === 0) return "false";
  return terms.length === 1 ? (terms[0] ?? "") : `(or ${terms.join(" ")})`;
};
const assert = (term: string) => `(assert ${term})`;
const atMost = (count: number, terms: readonly string[]) =>
  terms.length > count ? assert(`((_ at-most ${count}) ${terms.join(" ")})`) : "";
const define = (name: string, term: string) => `(declare-const ${name} Bool)${assert(`(= ${name} ${term})`)}`;

const slotsOf = (compiled: Compiled) => Array.from({ length: compiled.slots }, (_, slot) => slot);

function talks(compiled: Compiled): string[] {
  return compiled.domain.map((domain, wish) => {
    // What never takes place is not asked for, or one such pair would be the "no" to everything; a must-meet is.
    if (domain.length === 0 && cell(compiled.isMust, wish) === 0) return "";
    const places = Array.from(domain, (slot) => stands(wish, slot));
    const declared = places.map((place) => `(declare-const ${place} Bool)`).join("");
    return `${declared}${assert(or(places))}${atMost(1, places)}`;
  });
}

function people(compiled: Compiled): string[] {
  return compiled.wishesOf.flatMap((wishes, person) => {
    if (wishes.length === 0) return [];
    const slots = slotsOf(compiled);
    const lines = slots.map((slot) => {
      const here = [...wishes].filter((wish) => compiled.allowed[wish * compiled.slots + slot] === 1);
      const places = here.map((wish) => stands(wish, slot));
      return define(busy(person, slot), or(places)) + atMost(1, places);
    });
    const all = slots.map((slot) => busy(person, slot)).join(" ");
    const exactly = `((_ at-most ${wishes.length}) ${all})`;
    return [...lines, assert(exactly), assert(`((_ at-least ${wishes.length}) ${all})`)];
  });
}

/** A gap ends where somebody is busy, was not before, and had begun. */
function gapsOfPerson(compiled: Compiled, person: number): { lines: string[]; holes: string[] } {
  const talks = compiled.wishesOf[person]?.length ?? 0;
  const holes: string[] = [];
  const lines = slotsOf(compiled).map((slot) => {
    const now = busy(person, slot);
    const earlier = slot === 0 ? "false" : begun(person, slot - 1);
    const begins = define(begun(person, slot), `(or ${now} ${earlier})`);
    if (slot < 2 || talks < 2) return begins;
    const hole = `h${person}_${slot}`;
    holes.push(hole);
    return begins + define(hole, `(and ${now} (not ${busy(person, slot - 1)}) ${earlier})`);
  });
  return { lines, holes };
}

/**
 * Follows from the rest, and is what the solver finds plans and refusals by: without a gap somebody with so many talks is
 * busy exactly in the slots that many of which ago they had not begun.
 */
function oneBlockUnlessGap(compiled: Compiled, person: number, holes: readonly string[]): string[] {
  const talks = compiled.wishesOf[person]?.length ?? 0;
  const torn = `g${person}`;
  const blocks = slotsOf(compiled).map((slot) => {
    const hasBegun = begun(person, slot);
    const inBlock = slot < talks ? hasBegun : `(and ${hasBegun} (not ${begun(person, slot - talks)}))`;
    return assert(`(or ${torn} (= ${busy(person, slot)} ${inBlock}))`);
  });
  return [define(torn, or(holes)), ...blocks];
}

function gaps(compiled: Compiled, most: number): string[] {
  const all: string[] = [];
  const lines = compiled.wishesOf.flatMap((wishes, person) => {
    if (wishes.length === 0) return [];
    const { lines, holes } = gapsOfPerson(compiled, person);
    all.push(...holes);
    return [...lines, ...oneBlockUnlessGap(compiled, person, holes)];
  });
  return [...lines, atMost(most, all)];
}

function tables(compiled: Compiled): string[] {
  const clusters = clustersOf(compiled);
  const everybody = compiled.wishesOf.flatMap((wishes, person) => (wishes.length > 0 ? [person] : []));
  const isAllAtTables = isEveryTalkAtATable(compiled);
  return slotsOf(compiled).flatMap((slot) => {
    const cap = cell(compiled.tables, slot);
    if (cap >= FREE) return [];
    const lines: string[] = [];
    const taken = clusters.flatMap(({ person, wishes, isWhole }, at) => {
      const places = wishes
        .filter((wish) => compiled.allowed[wish * compiled.slots + slot] === 1)
        .map((wish) => stands(wish, slot));
      if (places.length < 2) return places;
      if (isWhole) return [busy(person, slot)];
      lines.push(define(`c${at}_${slot}`, or(places)));
      return [`c${at}_${slot}`];
    });
    const seated = everybody.map((person) => busy(person, slot));
    return [...lines, atMost(cap, taken), isAllAtTables ? atMost(2 * cap, seated) : ""];
  });
}

/** Whoever stands in a slot has those that must come before in an earlier one. */
function order(compiled: Compiled): string[] {
  return compiled.mustBefore.flatMap((befores, wish) =>
    [...befores].flatMap((before) => {
      const slots = Array.from(compiled.domain[before] ?? []);
      // An order holds where both take place.
      if (slots.length === 0) return [];
      return Array.from(compiled.domain[wish] ?? [], (slot) => {
        const earlier = slots.filter((one) => one < slot);
        return assert(`(or (not ${stands(wish, slot)}) ${or(earlier.map((one) => stands(before, one)))})`);
      });
    }),
  );
}

/** "Every wish that can have a place has one, with at most so many gaps" as SMT-LIB over finite domains; `mostGaps` absent: any number. */
export function everythingPlaced(compiled: Compiled, mostGaps?: number): string {
  const lines = [...talks(compiled), ...people(compiled), ...tables(compiled), ...order(compiled)];
  return [...lines, ...(mostGaps === undefined ? [] : gaps(compiled, mostGaps))].join("\n");
}

/** The plan in a model that Z3 wrote down. */
export function placementIn(model: string, wishes: number): Placement {
  const placement: Placement = new Int32Array(wishes).fill(-1);
  for (const [, wish, slot] of model.matchAll(/define-fun a(\d+)_(\d+) \(\) Bool\s+true/g))
    placement[Number(wish)] = Number(slot);
  return placement;
}
