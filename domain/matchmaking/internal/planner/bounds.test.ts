import { describe, expect, it, vi } from "vitest";
import { bestOf } from "../testing/every-plan";
import { randomFair, withoutSome } from "../testing/random-problem";
import type { PlanProblem, PlanWish } from "./model";
import { plan } from "./plan";
import type { Solvers } from "./solvers";
import { webAssemblySolvers } from "./webassembly";

vi.setConfig({ testTimeout: 120_000 });

const SECONDS = 1;

/** A clock that a search moves on itself, and a solver by as much as it was given. */
function clock() {
  let milliseconds = 0;
  return {
    now: () => milliseconds++,
    spend: (seconds: number) => {
      milliseconds += seconds * 1000;
    },
  };
}

async function planned(problem: PlanProblem, { now, solvers }: { now: () => number; solvers: Solvers }) {
  const outcome = await plan(problem, {
    ...{ seed: 1, seconds: SECONDS, now, solvers, endsWhenProven: true },
    shouldStop: () => false,
    onProgress: () => undefined,
  });
  if (!outcome.ok) throw new Error(`not planned: ${JSON.stringify(outcome.flaws)}`);
  return outcome.result;
}

/** Never knows anything, and says so as late as it may. */
function slowSolvers({ spend }: ReturnType<typeof clock>) {
  const given: number[] = [];
  const take = (seconds: number) => {
    given.push(seconds);
    spend(seconds);
  };
  const solvers: Solvers = {
    linear: async (_, seconds) => {
      take(seconds);
      return { optimum: undefined };
    },
    decide: async (_, { seconds }) => {
      take(seconds);
      return { answer: "unknown" };
    },
    close: async () => undefined,
  };
  return { solvers, given };
}

const wish = (a: number, b: number, more: Partial<PlanWish>): PlanWish => ({
  ...{ a, b, kind: "want", score: 1, mode: "online" },
  ...more,
});

/** Three people who all meet have three times: one of them is idle in the second, although each alone need not be. */
const triangle: PlanProblem = {
  people: Array.from({ length: 3 }, () => ({ min: 0, max: 3, closed: [] })),
  slots: Array.from({ length: 3 }, () => ({ half: "am" })),
  wishes: [wish(0, 1, { kind: "must" }), wish(1, 2, { kind: "must" }), wish(0, 2, { kind: "must" })],
  precedences: [],
};

/** At first one must-meet has no place. Where it has, person 3 has not the talk that each should have. */
const owed: PlanProblem = {
  people: [[1], [], [], [0]].map((closed, at) => ({ min: at === 3 ? 1 : 0, max: 2, closed })),
  slots: [{ half: "am" }, { half: "am" }],
  wishes: [wish(0, 1, { kind: "must" }), wish(1, 2, { kind: "must" }), wish(2, 3, {})],
  precedences: [],
};

describe("bounds", () => {
  it("take no longer than the plan may, whatever their solvers take", async () => {
    const time = clock();
    const { solvers, given } = slowSolvers(time);
    const { seconds, provingSeconds } = await planned(triangle, { ...time, solvers });
    const spent = given.reduce((sum, one) => sum + one, 0);
    expect(seconds).toBeLessThan(SECONDS + 0.05);
    expect(given.length).toBeGreaterThan(2);
    expect(provingSeconds).toBeGreaterThanOrEqual(spent);
    expect(provingSeconds).toBeLessThan(spent + 0.1);
  });

  it("leave a part of the time for plans where there is much to choose among", async () => {
    const time = clock();
    const { solvers, given } = slowSolvers(time);
    await planned(owed, { ...time, solvers });
    expect(given[0]).toBeLessThanOrEqual(SECONDS / 2);
  });

  it("hold for the fewest gaps although some pairs never meet", async () => {
    const solvers = webAssemblySolvers();
    // The clock of these tests is not the solver's.
    const decide: Solvers["decide"] = (text, limit) => solvers.decide(text, { ...limit, seconds: 60 });
    let proven = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const problem = withoutSome(randomFair(seed));
      const best = bestOf(problem);
      const { goals, bounds } = await planned(problem, { ...clock(), solvers: { ...solvers, decide } });
      if (best?.mustsMissing !== 0) continue;
      proven++;
      expect([bounds.gaps, goals.gaps], `seed ${seed}`).toEqual([best.gaps, best.gaps]);
    }
    expect(proven).toBeGreaterThan(10);
    await solvers.close();
  });

  it("of the score are given up with what they were made for", async () => {
    const time = clock();
    const { solvers } = slowSolvers(time);
    const answers = [1, 100];
    const linear: Solvers["linear"] = async () => {
      const optimum = answers.shift();
      return optimum === undefined ? { optimum } : { optimum, shareOf: () => 0 };
    };
    const { goals, bounds } = await planned(owed, { ...time, solvers: { ...solvers, linear } });
    expect(answers).toEqual([]);
    expect(goals).toMatchObject({ mustsMissing: 0, minimumMissing: 1 });
    expect(bounds.score).toBeUndefined();
  });
});
