import type { PlanProblem } from "@/domain/matchmaking/internal/planner/model";
import { Random } from "@/domain/matchmaking/internal/planner/random";
import { breaksIn } from "./recount";

export type FirstCome = { unplaced: number; score: number; breaks: number };

/** Booking without a plan: requests come in any order, and each takes the first slot in which both and a table are free. */
function bookOnce({ people, slots, wishes }: PlanProblem, random: Random): FirstCome {
  const closed = people.map((person) => new Set(person.closed));
  const booked = people.map((): number[] => []);
  const tables = slots.map((slot) => slot.tables ?? Number.POSITIVE_INFINITY);
  const requests = wishes
    .map((wish) => ({ wish, at: random.next() }))
    .sort((one, other) => one.at - other.at);
  const result: FirstCome = { unplaced: 0, score: 0, breaks: 0 };
  for (const { wish } of requests) {
    const both = [wish.a, wish.b];
    const hasQuota = both.every((person) => (booked[person]?.length ?? 0) < (people[person]?.max ?? 0));
    const slot = slots.findIndex(
      ({ half }, at) =>
        (tables[at] ?? 0) > 0 &&
        (wish.half ?? half) === half &&
        both.every((person) => !closed[person]?.has(at) && !booked[person]?.includes(at)),
    );
    if (!hasQuota || slot < 0) {
      result.unplaced++;
      continue;
    }
    tables[slot] = (tables[slot] ?? 0) - 1;
    for (const person of both) booked[person]?.push(slot);
    result.score += wish.score;
  }
  result.breaks = booked.reduce((sum, list) => sum + breaksIn(list), 0);
  return result;
}

/** Means over so many orders of requests. */
export function firstCome(problem: PlanProblem, orders: number): FirstCome {
  const random = new Random(orders);
  const runs = Array.from({ length: orders }, () => bookOnce(problem, random));
  const mean = (value: (one: FirstCome) => number) =>
    Math.round((10 * runs.reduce((sum, one) => sum + value(one), 0)) / orders) / 10;
  return {
    unplaced: mean((one) => one.unplaced),
    score: mean((one) => one.score),
    breaks: mean((one) => one.breaks),
  };
}
