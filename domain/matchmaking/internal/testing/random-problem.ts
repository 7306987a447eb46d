import type { PlanPerson, PlanProblem, PlanSlot, PlanWish } from "../planner/model";
import { Random } from "../planner/random";

const KINDS = ["must", "want", "want", "want", "open", "never"] as const;

function aPerson(random: Random, slots: number): PlanPerson {
  const some = (share: number) =>
    Array.from({ length: slots }, (_, slot) => slot).filter(() => random.next() < share);
  return {
    min: random.below(2),
    // Also more than there are slots.
    max: 1 + random.below(5),
    closed: some(0.2),
    heldBefore: random.below(2),
    ...(random.next() < 0.2 ? { preferred: some(0.5) } : {}),
    ...(random.next() < 0.2 ? { mostInARow: 1 + random.below(2), rest: 1 + random.below(2) } : {}),
  };
}

function aSlot(random: Random, at: number, slots: number): PlanSlot {
  return {
    half: at < slots / 2 ? "am" : "pm",
    ...(random.next() < 0.5 ? { tables: 1 + random.below(2) } : {}),
    ...(random.next() < 0.15 ? { startsDay: true } : {}),
  };
}

function aWish(random: Random, people: number, slots: number): PlanWish {
  const a = random.below(people);
  const kind = KINDS[random.below(KINDS.length)] ?? "want";
  return {
    a,
    b: (a + 1 + random.below(people - 1)) % people,
    kind,
    score: random.below(4),
    mode: random.next() < 0.7 ? "onsite" : "online",
    ...(random.next() < 0.2 ? { half: random.next() < 0.5 ? "am" : "pm" } : {}),
    ...(random.next() < 0.3 ? { published: random.below(slots) } : {}),
    ...(kind !== "never" && random.next() < 0.1 ? { locked: random.below(slots) } : {}),
  };
}

/** A small problem with everything a problem can have; the same seed makes the same one. */
export function randomProblem(seed: number): PlanProblem {
  const random = new Random(seed);
  const [people, slots, wishes] = [3 + random.below(3), 3 + random.below(2), 4 + random.below(2)];
  const before = random.below(wishes - 1);
  return {
    people: Array.from({ length: people }, () => aPerson(random, slots)),
    slots: Array.from({ length: slots }, (_, at) => aSlot(random, at, slots)),
    wishes: Array.from({ length: wishes }, () => aWish(random, people, slots)),
    precedences: random.next() < 0.3 ? [{ before, after: before + 1 }] : [],
  };
}

/** As the published instances are: everything must take place, tables are few, a few slots are closed. */
export function randomFair(seed: number): PlanProblem {
  const random = new Random(seed);
  const [people, slots] = [4 + random.below(2), 4 + random.below(2)];
  const wish = (): PlanWish => ({ ...aWish(random, people, slots), kind: "must", score: 0, mode: "onsite" });
  const plain = ({ a, b, kind, score, mode }: PlanWish): PlanWish => ({ a, b, kind, score, mode });
  return {
    people: Array.from({ length: people }, () => ({
      min: 0,
      max: slots,
      closed: random.next() < 0.3 ? [random.below(slots)] : [],
    })),
    slots: Array.from({ length: slots }, () => ({ half: "am", tables: 2 })),
    wishes: Array.from({ length: 5 + random.below(2) }, () => plain(wish())),
    precedences: [],
  };
}

/** A fair with everything that instances may add: a talk that is fixed, another bound to the morning, and an order. */
export function randomVariant(seed: number): PlanProblem {
  const fair = randomFair(seed);
  const random = new Random(seed + 1000);
  const [fixed, morning] = [random.below(fair.wishes.length), random.below(fair.wishes.length)];
  return {
    ...fair,
    slots: fair.slots.map((slot, at) => ({ ...slot, half: at < 3 ? "am" : "pm" })),
    wishes: fair.wishes.map((wish, at) => ({
      ...wish,
      ...(at === fixed ? { locked: random.below(fair.slots.length) } : {}),
      ...(at === morning ? { half: "am" as const } : {}),
    })),
    precedences: [{ before: random.below(2), after: 2 + random.below(2) }],
  };
}

/** The same with two pairs that cannot meet: one never, though it should be before another; one has no time in common. */
export function withoutSome(problem: PlanProblem): PlanProblem {
  const never: PlanWish = { a: 0, b: 1, kind: "never", score: 0, mode: "online" };
  const elsewhere = problem.people.length;
  const slots = problem.slots.map((_, slot) => slot);
  return {
    ...problem,
    people: [...problem.people, { min: 0, max: slots.length, closed: slots }],
    wishes: [...problem.wishes, never, { ...never, b: elsewhere, kind: "want" }],
    precedences: [...problem.precedences, { before: problem.wishes.length, after: 0 }],
  };
}
