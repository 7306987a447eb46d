import type { Goals, PlanPerson, PlanProblem, PlanWish } from "../planner/model";
import type { Unplaced } from "../planner/reasons";

/** A plan looked at from the problem alone. Shares no code with the planner, only the words for values. */
export type Slots = readonly number[];

const talksOf = ({ wishes }: PlanProblem, slots: Slots, person: number): number[] =>
  wishes.flatMap(({ a, b }, wish) =>
    (a === person || b === person) && (slots[wish] ?? -1) >= 0 ? [slots[wish] ?? -1] : [],
  );

export const openFor = (problem: PlanProblem, { a, b, half, kind, locked }: PlanWish): number[] =>
  problem.slots
    .map((_, slot) => slot)
    .filter((slot) => {
      if (kind === "never") return false;
      if (locked !== undefined) return slot === locked;
      if (half !== undefined && problem.slots[slot]?.half !== half) return false;
      return !problem.people[a]?.closed.includes(slot) && !problem.people[b]?.closed.includes(slot);
    });

const tablesTaken = ({ wishes }: PlanProblem, slots: Slots, slot: number) =>
  wishes.filter(({ mode }, wish) => mode !== "online" && slots[wish] === slot).length;

function faultsOfPeople(problem: PlanProblem, slots: Slots): string[] {
  return problem.people.flatMap(({ max }, person) => {
    const talks = talksOf(problem, slots, person);
    const isAllLocked = problem.wishes.every(
      ({ a, b, locked }, wish) =>
        (a !== person && b !== person) || locked !== undefined || (slots[wish] ?? -1) < 0,
    );
    return [
      ...(new Set(talks).size === talks.length ? [] : [`person ${person} is twice at one time`]),
      ...(talks.length > max && !isAllLocked ? [`person ${person} has more than the quota`] : []),
    ];
  });
}

/** What makes this no plan at all. */
export function faultsIn(problem: PlanProblem, slots: Slots): string[] {
  const misplaced = problem.wishes.flatMap((wish, at) => {
    const slot = slots[at] ?? -1;
    if (slot < 0) return wish.locked === undefined ? [] : [`locked ${at} has no place`];
    return openFor(problem, wish).includes(slot) ? [] : [`wish ${at} may not stand in ${slot}`];
  });
  const crowded = problem.slots.flatMap(({ tables }, slot) =>
    tables !== undefined && tablesTaken(problem, slots, slot) > tables ? [`slot ${slot} is too full`] : [],
  );
  const late = problem.precedences.flatMap(({ before, after }) => {
    const [one, other] = [slots[before] ?? -1, slots[after] ?? -1];
    return one >= 0 && other >= 0 && one >= other ? [`${before} is not before ${after}`] : [];
  });
  return [...misplaced, ...crowded, ...late, ...faultsOfPeople(problem, slots)];
}

function dayOf(problem: PlanProblem, slot: number): number {
  return problem.slots.filter(({ startsDay }, at) => at <= slot && startsDay === true && at > 0).length;
}

/** Talks that lie so close together that nobody has rested between them, each with its place in that row. */
function rowsOf(problem: PlanProblem, talks: readonly number[], rest: number): number[] {
  const places: number[] = [];
  talks.forEach((slot, at) => {
    const before = talks[at - 1];
    const isRested =
      before === undefined || slot - before > rest || dayOf(problem, before) !== dayOf(problem, slot);
    places.push(isRested ? 1 : (places[at - 1] ?? 0) + 1);
  });
  return places;
}

/** Idle slots between two talks of a day. So many as are a rest that is due by then are none. */
function gapsIn(problem: PlanProblem, talks: readonly number[], person: PlanPerson): number[] {
  const { mostInARow = Number.POSITIVE_INFINITY, rest = 1 } = person;
  const places = rowsOf(problem, talks, rest);
  return talks.flatMap((slot, at) => {
    const before = talks[at - 1];
    if (before === undefined || dayOf(problem, before) !== dayOf(problem, slot)) return [];
    const idle = slot - before - 1 - ((places[at - 1] ?? 0) >= mostInARow ? rest : 0);
    return idle > 0 ? [idle] : [];
  });
}

function withoutRest(problem: PlanProblem, talks: readonly number[], person: PlanPerson): number {
  const { mostInARow, rest = 1 } = person;
  if (mostInARow === undefined) return 0;
  return rowsOf(problem, talks, rest).filter((place) => place > mostInARow).length;
}

function missingTo(problem: PlanProblem, person: number, talks: number): number {
  const own = problem.wishes.filter(({ a, b }) => a === person || b === person);
  const reach = own.filter((wish) => openFor(problem, wish).length > 0).length;
  const { min = 0, max = 0 } = problem.people[person] ?? {};
  return Math.max(0, Math.min(min, max, reach, problem.slots.length) - talks);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function goalsOfPerson(problem: PlanProblem, slots: Slots, at: number) {
  const person = problem.people[at] ?? { min: 0, max: 0, closed: [] };
  const talks = talksOf(problem, slots, at).sort((one, other) => one - other);
  const gaps = gapsIn(problem, talks, person);
  return {
    minimumMissing: missingTo(problem, at, talks.length),
    spread: sum(talks.map((_, talk) => Math.round(10_000 / ((person.heldBefore ?? 0) + talk + 1)))),
    gaps: gaps.length,
    waits: sum(gaps),
    withoutRest: withoutRest(problem, talks, person),
    notPreferred: talks.filter((slot) => person.preferred && !person.preferred.includes(slot)).length,
  };
}

/** The goals of a plan, counted anew. */
export function goalsOf(problem: PlanProblem, slots: Slots): Goals {
  const people = problem.people.map((_, person) => goalsOfPerson(problem, slots, person));
  const isPlaced = (wish: number) => (slots[wish] ?? -1) >= 0;
  return {
    mustsMissing: problem.wishes.filter(
      ({ kind, locked }, wish) => (kind === "must" || locked !== undefined) && !isPlaced(wish),
    ).length,
    minimumMissing: sum(people.map((one) => one.minimumMissing)),
    score: sum(problem.wishes.map(({ score }, wish) => (isPlaced(wish) ? score : 0))),
    spread: sum(people.map((one) => one.spread)),
    gaps: sum(people.map((one) => one.gaps)),
    waits: sum(people.map((one) => one.waits)),
    withoutRest: sum(people.map((one) => one.withoutRest)),
    changed: problem.wishes.filter(
      ({ published }, wish) => published !== undefined && slots[wish] !== published,
    ).length,
    notPreferred: sum(people.map((one) => one.notPreferred)),
  };
}

/**
 * Whether a wish in this slot would be on the wrong side of a talk that stands. Asked for every free slot of every wish without
 * a place, so it looks at this wish alone: counting the whole plan anew each time takes an hour for 2,000 people.
 */
function isOutOfOrder(
  { precedences }: PlanProblem,
  slots: Slots,
  { at, slot }: { at: number; slot: number },
) {
  return precedences.some(({ before, after }) => {
    if (before !== at && after !== at) return false;
    const [one, other] = [before, after].map((wish) => (wish === at ? slot : (slots[wish] ?? -1)));
    return one !== undefined && other !== undefined && one >= 0 && other >= 0 && one >= other;
  });
}

/** Whether what is said about a wish without a place is so. */
export function isTrue(problem: PlanProblem, slots: Slots, { wish: at, reason }: Unplaced): boolean {
  const wish = problem.wishes[at];
  if (!wish) return false;
  const open = openFor(problem, wish);
  const taken = new Set([...talksOf(problem, slots, wish.a), ...talksOf(problem, slots, wish.b)]);
  const free = open.filter((slot) => !taken.has(slot));
  const isFull = (slot: number) =>
    wish.mode !== "online" && tablesTaken(problem, slots, slot) >= (problem.slots[slot]?.tables ?? Infinity);
  const isLate = (slot: number) => isOutOfOrder(problem, slots, { at, slot });
  switch (reason.why) {
    case "never":
      return wish.kind === "never";
    case "no-common-slot":
      return openFor(problem, { ...wish, half: undefined }).length === 0;
    case "no-common-slot-in-half":
      return open.length === 0 && openFor(problem, { ...wish, half: undefined }).length > 0;
    case "quota":
      return (
        reason.people.every(
          (person) =>
            [wish.a, wish.b].includes(person) &&
            talksOf(problem, slots, person).length >= (problem.people[person]?.max ?? 0),
        ) && reason.slots.join() === free.filter((slot) => !isFull(slot) && !isLate(slot)).join()
      );
    case "no-common-free-slot":
      return open.length > 0 && free.length === 0;
    case "tables-taken":
      return free.length > 0 && free.every(isFull) && reason.slots.join() === free.join();
    case "order":
      return free.length > 0 && free.every(isLate) && reason.slots.join() === free.join();
    default:
      return free.length > 0 && free.every((slot) => isFull(slot) || isLate(slot));
  }
}
