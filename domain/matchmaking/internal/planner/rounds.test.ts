import { describe, expect, it, vi } from "vitest";
import { plan } from "./plan";
import type { PlanOptions } from "./progress";
import { type PlannedRound, plannedRounds, type RoundsOrder, roundsProblem } from "./rounds";

vi.setConfig({ testTimeout: 60_000 });

async function roundsFor(order: RoundsOrder): Promise<PlannedRound[]> {
  const problem = roundsProblem(order);
  let milliseconds = 0;
  const options: PlanOptions = {
    seed: order.seed,
    seconds: 0.2,
    now: () => milliseconds++,
    shouldStop: () => false,
    onProgress: () => undefined,
  };
  const outcome = await plan(problem, options);
  if (!outcome.ok) throw new Error("rounds with flaws");
  return plannedRounds(problem, outcome.result.placement);
}

const everybody = (count: number, rounds: number) =>
  Array.from({ length: count }, () => ({
    present: Array.from({ length: rounds }, (_, one) => one),
    satOut: 0,
  }));
const pairsOf = (rounds: readonly PlannedRound[]) =>
  rounds.flatMap(({ pairs }) => pairs.map((pair) => pair.join(" ")));

describe("rounds of short talks", () => {
  it("seats everybody in each round, and nobody twice with the same person", async () => {
    const rounds = await roundsFor({ rounds: 6, guests: everybody(24, 6), apart: [], seed: 3 });
    expect(rounds.map(({ pairs, sittingOut }) => [pairs.length, sittingOut.length])).toEqual(
      rounds.map(() => [12, 0]),
    );
    expect(new Set(pairsOf(rounds)).size).toBe(72);
  });

  it("lets each round's odd one out be somebody else", async () => {
    const rounds = await roundsFor({ rounds: 5, guests: everybody(9, 5), apart: [], seed: 3 });
    const out = rounds.flatMap(({ sittingOut }) => sittingOut);
    expect(out).toHaveLength(5);
    expect(new Set(out).size).toBe(5);
  });

  it("remembers who met and who sat out when people leave and arrive", async () => {
    const first = await roundsFor({ rounds: 3, guests: everybody(9, 3), apart: [], seed: 3 });
    const out = new Set(first.flatMap(({ sittingOut }) => sittingOut));
    const apart = first.flatMap(({ pairs }) => pairs);
    const guests = [
      ...everybody(9, 3).map((guest, at) => ({
        // The first person leaves after one more round.
        present: at === 0 ? [0] : guest.present,
        satOut: out.has(at) ? 1 : 0,
      })),
      { present: [1, 2], satOut: 0 },
    ];
    const then = await roundsFor({ rounds: 3, guests, apart, seed: 4 });
    const known = new Set(apart.map((pair) => pair.join(" ")));
    const again = pairsOf(then).filter(
      (pair) => known.has(pair) || known.has(pair.split(" ").reverse().join(" ")),
    );
    expect(again).toEqual([]);
    expect(then.map(({ sittingOut }) => sittingOut.length)).toEqual([1, 1, 1]);
    expect(then.flatMap(({ sittingOut }) => sittingOut).filter((person) => out.has(person))).toEqual([]);
    expect(then.slice(1).flatMap(({ pairs }) => pairs.flat())).not.toContain(0);
    expect(then[0]?.pairs.flat()).not.toContain(9);
  });

  it("keeps apart who must not meet", async () => {
    const rounds = await roundsFor({ rounds: 3, guests: everybody(4, 3), apart: [[2, 1]], seed: 3 });
    expect(pairsOf(rounds)).not.toContain("1 2");
    expect(pairsOf(rounds)).not.toContain("2 1");
    expect(pairsOf(rounds)).toHaveLength(5);
  });

  it("offers a part of the pairs of many people, the same number to each", () => {
    const { wishes } = roundsProblem({ rounds: 4, guests: everybody(1_000, 4), apart: [], seed: 1 });
    const partners = new Map<number, number>();
    for (const { a, b } of wishes) for (const one of [a, b]) partners.set(one, (partners.get(one) ?? 0) + 1);
    expect(new Set(partners.values())).toEqual(new Set([40]));
  });
});
