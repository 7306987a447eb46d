import type { PlanProblem, PlanWish } from "@/domain/matchmaking/internal/planner/model";
import { Random } from "@/domain/matchmaking/internal/planner/random";

/** A generated event: who is asked most is asked by many (`skew` 0: all alike), and is there most of the time. */
export type EventShape = {
  people: number;
  slots: number;
  wishes: number;
  quota: number;
  skew: number;
  seed: number;
};

const AVAILABILITY = 0.85;

function wishesOf({ people, wishes, skew }: EventShape, random: Random): PlanWish[] {
  const list: PlanWish[] = [];
  const known = new Set<string>();
  while (list.length < wishes) {
    const a = random.below(people);
    const b = Math.floor(people * random.next() ** (1 + skew));
    const pair = `${Math.min(a, b)} ${Math.max(a, b)}`;
    if (a === b || known.has(pair)) continue;
    known.add(pair);
    list.push({ a, b, kind: "want", score: 1 + random.below(3), mode: "online" });
  }
  return list;
}

/** The same shape and seed make the same event. */
export function eventOf(shape: EventShape): PlanProblem {
  const random = new Random(shape.seed);
  const slots = Array.from({ length: shape.slots }, (_, slot) => slot);
  return {
    people: Array.from({ length: shape.people }, () => ({
      min: 1,
      max: shape.quota,
      closed: slots.filter(() => random.next() >= AVAILABILITY),
    })),
    slots: slots.map((slot) => ({ half: slot < shape.slots / 2 ? "am" : "pm" })),
    wishes: wishesOf(shape, random),
    precedences: [],
  };
}

/**
 * The day after: the plan is published, four of five talks are confirmed and thereby locked, and so many others fell
 * away because somebody cancelled.
 */
export function afterCancellations(
  problem: PlanProblem,
  placement: Int32Array,
  { cancelled, seed }: { cancelled: number; seed: number },
): PlanProblem {
  const random = new Random(seed);
  const placed = problem.wishes.map((_, wish) => wish).filter((wish) => (placement[wish] ?? -1) >= 0);
  const gone = new Set<number>();
  while (gone.size < cancelled) gone.add(placed[random.below(placed.length)] ?? 0);
  return {
    ...problem,
    wishes: problem.wishes.map((wish, at): PlanWish => {
      const slot = placement[at] ?? -1;
      if (gone.has(at)) return { ...wish, kind: "never" };
      if (slot < 0) return wish;
      return random.next() < 0.8 ? { ...wish, published: slot, locked: slot } : { ...wish, published: slot };
    }),
  };
}
