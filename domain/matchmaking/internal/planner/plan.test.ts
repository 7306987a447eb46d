import { describe, expect, it, vi } from "vitest";
import { bestOf } from "../testing/every-plan";
import { faultsIn, goalsOf, isTrue } from "../testing/plan-judge";
import { randomFair, randomProblem } from "../testing/random-problem";
import { isBetter } from "./goals";
import type { PlanProblem } from "./model";
import { plan } from "./plan";
import type { PlanOptions } from "./progress";
import type { Solvers } from "./solvers";
import { flawsOf } from "./validation";
import { webAssemblySolvers } from "./webassembly";

/** A clock that a search moves on itself, so that each run makes the same plan on every machine. */
function steadyClock(): () => number {
  let milliseconds = 0;
  return () => milliseconds++;
}

const options = (more: Partial<PlanOptions> = {}): PlanOptions => ({
  seed: 1,
  seconds: 0.06,
  now: steadyClock(),
  shouldStop: () => false,
  onProgress: () => undefined,
  ...more,
});

async function planned(problem: PlanProblem, more?: Partial<PlanOptions>) {
  const outcome = await plan(problem, options(more));
  if (!outcome.ok) throw new Error(`not planned: ${JSON.stringify(outcome.flaws)}`);
  return { ...outcome.result, slots: [...outcome.result.placement] };
}

// Thousands of plans are tried, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 120_000 });

const seeds = Array.from({ length: 80 }, (_, seed) => seed + 1);

describe("against every plan there is", () => {
  it("finds a best one of small problems, in all goals", async () => {
    const worse: number[] = [];
    let problems = 0;
    for (const seed of seeds) {
      const problem = randomProblem(seed);
      if (flawsOf(problem).length > 0) continue;
      problems++;
      const { slots, goals } = await planned(problem);
      expect(faultsIn(problem, slots), `seed ${seed}`).toEqual([]);
      expect(goals, `seed ${seed}`).toEqual(goalsOf(problem, slots));
      const best = bestOf(problem);
      if (!best || isBetter(best, goals, "all")) worse.push(seed);
    }
    expect(problems).toBeGreaterThan(60);
    expect(worse).toEqual([]);
  });

  it("says nothing about a wish without a place that is not so", async () => {
    const reasons = new Set<string>();
    for (const seed of seeds) {
      const problem = randomProblem(seed);
      if (flawsOf(problem).length > 0) continue;
      const { slots, unplaced } = await planned(problem, { seconds: 0.01 });
      expect(unplaced.map(({ wish }) => wish)).toEqual(
        slots.flatMap((slot, wish) => (slot < 0 ? [wish] : [])),
      );
      for (const one of unplaced) {
        reasons.add(one.reason.why);
        expect(isTrue(problem, slots, one), `seed ${seed}: ${JSON.stringify(one)}`).toBe(true);
      }
    }
    expect([...reasons]).toEqual(
      expect.arrayContaining([
        "never",
        "no-common-free-slot",
        "no-common-slot",
        "no-common-slot-in-half",
        "quota",
      ]),
    );
  });

  it("bounds no score and no gaps better than they can be", async () => {
    const solvers = webAssemblySolvers();
    for (const seed of seeds.slice(0, 30)) {
      const problem = randomProblem(seed);
      if (flawsOf(problem).length > 0) continue;
      const { goals, bounds } = await planned(problem, { solvers });
      if (bounds.score !== undefined)
        expect(bounds.score, `seed ${seed}`).toBeGreaterThanOrEqual(goals.score);
      if (bounds.gaps !== undefined) expect(bounds.gaps, `seed ${seed}`).toBeLessThanOrEqual(goals.gaps);
      expect(bounds.mustsMissing, `seed ${seed}`).toBeLessThanOrEqual(goals.mustsMissing);
    }
    await solvers.close();
  });

  it("proves the fewest gaps of small fairs, and which of them cannot take place whole", async () => {
    const solvers = webAssemblySolvers();
    // The clock of these tests is not the solver's.
    const decide: Solvers["decide"] = (text, limit) => solvers.decide(text, { ...limit, seconds: 60 });
    let impossibles = 0;
    for (const seed of seeds.slice(0, 30)) {
      const problem = randomFair(seed);
      const order = { solvers: { ...solvers, decide }, endsWhenProven: true, seconds: 0.2 };
      const { goals, bounds, impossible } = await planned(problem, order);
      const best = bestOf(problem);
      expect(impossible.length > 0, `seed ${seed}`).toBe(best?.mustsMissing !== 0);
      expect(goals.mustsMissing, `seed ${seed}`).toBe(best?.mustsMissing);
      if (impossible.length > 0) impossibles++;
      else expect([bounds.gaps, goals.gaps], `seed ${seed}`).toEqual([best?.gaps, best?.gaps]);
    }
    expect(impossibles).toBeGreaterThan(3);
    await solvers.close();
  });
});
