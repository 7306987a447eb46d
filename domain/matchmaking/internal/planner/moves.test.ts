import { describe, expect, it } from "vitest";
import { compile } from "./compiled";
import { fill } from "./first-plan";
import { arranging } from "./goals";
import type { PlanProblem, PlanWish } from "./model";
import { Moves } from "./moves";
import { Random } from "./random";
import { Timetable } from "./timetable";

/** A published afternoon with too few tables, in which everybody has several talks. */
function afternoon(seed: number, precedences: PlanProblem["precedences"]): PlanProblem {
  const random = new Random(seed);
  const wish = (): PlanWish => {
    const a = random.below(14);
    return {
      a,
      b: (a + 1 + random.below(13)) % 14,
      kind: random.next() < 0.3 ? "must" : "want",
      score: random.below(4),
      mode: random.next() < 0.8 ? "onsite" : "online",
      ...(random.next() < 0.6 ? { published: random.below(8) } : {}),
    };
  };
  return {
    people: Array.from({ length: 14 }, () => ({ min: 0, max: 7, closed: [random.below(8)] })),
    slots: Array.from({ length: 8 }, () => ({ half: "am", tables: 4 })),
    wishes: Array.from({ length: 40 }, wish),
    precedences,
  };
}

/** Without any heat nothing is accepted that costs, so a cost that is foreseen wrongly shows as one that rises. */
function risesWithoutHeat(problem: PlanProblem): { rises: number; falls: number } {
  const compiled = compile(problem);
  const table = new Timetable(compiled);
  fill(table);
  const random = new Random(5);
  const moves = new Moves(table, random, arranging(1, { isAllMusts: false, isGapsAlone: false }).weights);
  moves.temperature = 1e-9;
  const counted = { rises: 0, falls: 0 };
  for (let i = 0; i < 4000; i++) {
    const before = moves.cost();
    const wish = random.below(compiled.wishes);
    const slot = random.below(compiled.slots);
    const at = table.slotOf[wish] ?? -1;
    if (at >= 0 && at !== slot && compiled.allowed[wish * compiled.slots + slot] === 1)
      moves.swapAlongChain(wish, slot);
    const change = moves.cost() - before;
    if (change > 1e-9) counted.rises++;
    if (change < -1e-9) counted.falls++;
  }
  return counted;
}

/** The same over two days, with rests and with times that some like better. */
function twoDays(seed: number): PlanProblem {
  const { people, slots, ...rest } = afternoon(seed, []);
  return {
    ...rest,
    people: people.map((person, at) => ({
      ...{ ...person, mostInARow: 1 + (at % 3), rest: 1 + (at % 2) },
      ...(at % 4 === 0 ? { preferred: [0, 1, 5, 6] } : {}),
    })),
    slots: slots.map((slot, at) => (at === 5 ? { ...slot, startsDay: true } : slot)),
  };
}

describe("moves along a chain", () => {
  it.each([
    ["foreseen from two people's masks", (seed: number) => afternoon(seed, [])],
    ["foreseen from them with days, rests and preferences", twoDays],
    [
      "tried and undone where an order plays a part",
      (seed: number) => afternoon(seed, [{ before: 0, after: 1 }]),
    ],
  ])("cost what was %s", (_, problemOf) => {
    let falls = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const counted = risesWithoutHeat(problemOf(seed));
      expect(counted.rises, `seed ${seed}`).toBe(0);
      falls += counted.falls;
    }
    expect(falls).toBeGreaterThan(50);
  });
});
