import type { PlanProblem, PlanWish } from "./model";

const UNLIMITED = 0x3fffffff;
/** Slots whose use by one person fits into an integer without a sign. */
const MASK_SLOTS = 31;

/** The problem in typed arrays; what can never be placed has an empty domain. */
export type Compiled = {
  people: number;
  slots: number;
  wishes: number;
  a: Int32Array;
  b: Int32Array;
  score: Int32Array;
  isMust: Int32Array;
  isLocked: Int32Array;
  takesTable: Int32Array;
  published: Int32Array;
  /** Slots in which a wish may stand, and the same as 0 and 1 for (wish, slot). */
  domain: Int32Array[];
  allowed: Uint8Array;
  /** Wishes that can be placed somewhere, by person. */
  wishesOf: Int32Array[];
  max: Int32Array;
  min: Int32Array;
  heldBefore: Int32Array;
  mostInARow: Int32Array;
  rest: Int32Array;
  /** 1 where the person would rather not meet, for (person, slot). */
  disliked: Uint8Array;
  /** The same as bits of the first 31 slots, and the slots in which a day begins. */
  dislikedMask: Int32Array;
  dayMask: number;
  tables: Int32Array;
  startsDay: Uint8Array;
  mustBefore: Int32Array[];
  mustAfter: Int32Array[];
  hasOrder: boolean;
  hasPublished: boolean;
  /** There is nothing to choose among: whatever can be placed at all must be. */
  isAllMusts: boolean;
  /** Everybody's gaps and waits follow from one mask of bits: one day, up to 31 slots, no rests, no preferences. */
  isPlain: boolean;
  /** The same with days, rests and preferences. */
  isMasked: boolean;
};

const ints = <Item>(list: readonly Item[], value: (item: Item, at: number) => number) =>
  Int32Array.from(list, value);

/** Slots that are open to both, in the right half of the day. */
function openSlots({ people, slots }: PlanProblem, wish: PlanWish): number[] {
  if (wish.kind === "never") return [];
  if (wish.locked !== undefined) return [wish.locked];
  const closed = new Set([...(people[wish.a]?.closed ?? []), ...(people[wish.b]?.closed ?? [])]);
  return slots.flatMap(({ half }, slot) =>
    closed.has(slot) || (wish.half !== undefined && wish.half !== half) ? [] : [slot],
  );
}

function preferences({ people, slots }: PlanProblem): Uint8Array {
  const disliked = new Uint8Array(people.length * slots.length);
  people.forEach(({ preferred }, person) => {
    if (!preferred) return;
    for (let slot = 0; slot < slots.length; slot++)
      if (!preferred.includes(slot)) disliked[person * slots.length + slot] = 1;
  });
  return disliked;
}

/** Bits of the slots for which something holds; those that a mask has no room for are left out. */
const bitsOf = (slots: number, holds: (slot: number) => boolean): number => {
  let mask = 0;
  for (let slot = 0; slot < Math.min(slots, MASK_SLOTS); slot++) if (holds(slot)) mask |= 1 << slot;
  return mask;
};

function byPerson(problem: PlanProblem, domain: readonly Int32Array[]): Int32Array[] {
  const lists: number[][] = problem.people.map(() => []);
  problem.wishes.forEach(({ a, b }, wish) => {
    if (domain[wish]?.length === 0) return;
    lists[a]?.push(wish);
    lists[b]?.push(wish);
  });
  return lists.map((list) => Int32Array.from(list));
}

function neighbours(problem: PlanProblem, of: "before" | "after"): Int32Array[] {
  const lists: number[][] = problem.wishes.map(() => []);
  const other = of === "before" ? "after" : "before";
  for (const precedence of problem.precedences) lists[precedence[of]]?.push(precedence[other]);
  return lists.map((list) => Int32Array.from(list));
}

function isPlain({ people, slots }: PlanProblem): boolean {
  return (
    slots.length <= MASK_SLOTS &&
    slots.every(({ startsDay }, slot) => slot === 0 || !startsDay) &&
    people.every(({ preferred, mostInARow }) => preferred === undefined && mostInARow === undefined)
  );
}

function domains(problem: PlanProblem): Pick<Compiled, "domain" | "allowed"> {
  const domain = problem.wishes.map((wish) => Int32Array.from(openSlots(problem, wish)));
  const allowed = new Uint8Array(problem.wishes.length * problem.slots.length);
  domain.forEach((slots, wish) => {
    for (const slot of slots) allowed[wish * problem.slots.length + slot] = 1;
  });
  return { domain, allowed };
}

function columnsOfPeople(problem: PlanProblem) {
  const { people, slots } = problem;
  const disliked = preferences(problem);
  return {
    max: ints(people, ({ max }) => Math.min(max, slots.length)),
    min: ints(people, ({ min }) => min),
    heldBefore: ints(people, ({ heldBefore }) => heldBefore ?? 0),
    mostInARow: ints(people, ({ mostInARow }) => mostInARow ?? 0),
    rest: ints(people, ({ rest }) => rest ?? 1),
    disliked,
    dislikedMask: ints(people, (_, person) =>
      bitsOf(slots.length, (slot) => disliked[person * slots.length + slot] === 1),
    ),
  };
}

/** Nobody is owed more talks than their own wishes and quota allow: what is out of reach counts against no plan. */
function reachableMinimum(compiled: Compiled): void {
  compiled.min.forEach((min, person) => {
    const reach = Math.min(compiled.wishesOf[person]?.length ?? 0, compiled.max[person] ?? 0);
    compiled.min[person] = Math.min(min, reach);
  });
}

export function compile(problem: PlanProblem): Compiled {
  const { people, slots, wishes } = problem;
  const { domain, allowed } = domains(problem);
  const compiled: Compiled = {
    people: people.length,
    slots: slots.length,
    wishes: wishes.length,
    a: ints(wishes, ({ a }) => a),
    b: ints(wishes, ({ b }) => b),
    score: ints(wishes, ({ score }) => score),
    isMust: ints(wishes, ({ kind, locked }) => (kind === "must" || locked !== undefined ? 1 : 0)),
    isLocked: ints(wishes, ({ locked }) => (locked === undefined ? 0 : 1)),
    takesTable: ints(wishes, ({ mode }) => (mode === "online" ? 0 : 1)),
    published: ints(wishes, ({ published }) => published ?? -1),
    domain,
    allowed,
    wishesOf: byPerson(problem, domain),
    ...columnsOfPeople(problem),
    tables: ints(slots, ({ tables }) => tables ?? UNLIMITED),
    startsDay: Uint8Array.from(slots, ({ startsDay }, slot) => (slot === 0 || startsDay ? 1 : 0)),
    dayMask: bitsOf(slots.length, (slot) => slot > 0 && slots[slot]?.startsDay === true),
    mustBefore: neighbours(problem, "after"),
    mustAfter: neighbours(problem, "before"),
    hasOrder: problem.precedences.length > 0,
    hasPublished: wishes.some(({ published }) => published !== undefined),
    isAllMusts: wishes.every(
      ({ kind, locked }, wish) => kind === "must" || locked !== undefined || domain[wish]?.length === 0,
    ),
    isPlain: isPlain(problem),
    isMasked: slots.length <= MASK_SLOTS,
  };
  reachableMinimum(compiled);
  return compiled;
}

/** Of those that can take place; then a slot with so many tables seats twice as many people. */
export const isEveryTalkAtATable = ({ takesTable, domain }: Compiled) =>
  takesTable.every((one, wish) => one === 1 || domain[wish]?.length === 0);
