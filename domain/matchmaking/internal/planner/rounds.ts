import type { Placement, PlanProblem, PlanWish } from "./model";
import { Random } from "./random";

/** Who takes part in rounds of short talks, such as speed networking. */
export type RoundsGuest = {
  /** Rounds of those to plan, from 0, in which this person is there: people come late and leave early. */
  present: readonly number[];
  /** Rounds before these in which this person had nobody to talk to. */
  satOut: number;
};

export type RoundsOrder = {
  rounds: number;
  guests: readonly RoundsGuest[];
  /** Pairs that have met, or must not meet. */
  apart: readonly (readonly [number, number])[];
  seed: number;
};

/** With more pairs than this only some of them are offered to the search: there are plenty left to choose from. */
const MOST_PAIRS = 20_000;

const keyOf = (one: number, other: number) => (one < other ? `${one} ${other}` : `${other} ${one}`);

function shuffled(count: number, random: Random): number[] {
  const list = Array.from({ length: count }, (_, place) => place);
  for (let last = count - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [list[last], list[other]] = [list[other] ?? 0, list[last] ?? 0];
  }
  return list;
}

/**
 * Pairs by their distance on a circle of all guests: each distance alone gives everybody two partners, so that a part of
 * the distances is as even a choice as all of them.
 */
function pairsOf({ guests, apart, seed }: RoundsOrder): [number, number][] {
  const circle = shuffled(guests.length, new Random(seed));
  const known = new Set(apart.map(([one, other]) => keyOf(one, other)));
  const pairs: [number, number][] = [];
  for (let distance = 1; distance <= circle.length / 2 && pairs.length < MOST_PAIRS; distance++) {
    circle.forEach((one, place) => {
      const other = circle[(place + distance) % circle.length] ?? one;
      if (one === other || known.has(keyOf(one, other))) return;
      known.add(keyOf(one, other));
      pairs.push([one, other]);
    });
  }
  return pairs;
}

/**
 * Rounds as a problem of the planner: a round is a slot, every pair that has not met a wish. Talks for everybody come
 * first; whoever sat out most often is the last to sit out again.
 */
export function roundsProblem(order: RoundsOrder): PlanProblem {
  const rounds = Array.from({ length: order.rounds }, (_, round) => round);
  const most = Math.max(0, ...order.guests.map(({ satOut }) => satOut));
  return {
    slots: rounds.map(() => ({ half: "am" })),
    people: order.guests.map(({ present, satOut }) => ({
      min: present.length,
      max: order.rounds,
      closed: rounds.filter((round) => !present.includes(round)),
      heldBefore: most - satOut,
    })),
    wishes: pairsOf(order).map(([a, b]): PlanWish => ({ a, b, kind: "open", score: 1, mode: "online" })),
    precedences: [],
  };
}

export type PlannedRound = { pairs: [number, number][]; sittingOut: number[] };

/** Who talks to whom in each round of a plan, and who sits out. */
export function plannedRounds({ slots, people, wishes }: PlanProblem, placement: Placement): PlannedRound[] {
  return slots.map((_, round) => {
    const pairs = wishes.flatMap(({ a, b }, wish): [number, number][] =>
      placement[wish] === round ? [[a, b]] : [],
    );
    const busy = new Set(pairs.flat());
    const sittingOut = people.flatMap(({ closed }, person) =>
      busy.has(person) || closed.includes(round) ? [] : [person],
    );
    return { pairs, sittingOut };
  });
}
