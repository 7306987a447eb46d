import { beforeAll, describe, expect, it, vi } from "vitest";
import { plannerProgram } from "@/db/testing/planner-program";
import type { PlanProblem, PlanWish } from "./planner/model";
import type { Progress } from "./planner/progress";
import { startPlan } from "./planner-thread";
import { faultsIn, goalsOf } from "./testing/plan-judge";

vi.setConfig({ testTimeout: 60_000 });

let program: URL;

beforeAll(async () => {
  program = await plannerProgram("thread");
});

/** Everybody would meet everybody: more than an hour's search would settle. */
function busyDay(people: number, slots: number): PlanProblem {
  const wishes: PlanWish[] = [];
  for (let a = 0; a < people; a++)
    for (let b = a + 1; b < people; b++)
      wishes.push({ a, b, kind: "want", score: 1 + ((a * b) % 5), mode: "onsite" });
  return {
    people: Array.from({ length: people }, () => ({ min: 1, max: slots, closed: [] })),
    slots: Array.from({ length: slots }, () => ({ half: "am", tables: Math.floor(people / 3) })),
    wishes,
    precedences: [],
  };
}

describe("the planner's thread", () => {
  it("tells its progress, stops when asked, and then gives the best plan so far", async () => {
    const problem = busyDay(30, 10);
    const seen: Progress[] = [];
    const run = startPlan(problem, {
      program,
      seed: 1,
      seconds: 3600,
      onProgress: (progress) => {
        seen.push(progress);
        if (progress.phase === "choose" && progress.bounds.score !== undefined) run.stop();
      },
    });
    const outcome = await run.outcome;
    if (!outcome.ok) throw new Error("flaws in a problem without any");
    const { placement, goals, bounds } = outcome.result;
    expect(faultsIn(problem, [...placement])).toEqual([]);
    expect(goals).toEqual(goalsOf(problem, [...placement]));
    expect(seen[0]?.phase).toBe("first");
    expect(seen.at(-1)?.goals).toEqual(goals);
    expect(bounds.score).toBeGreaterThanOrEqual(goals.score);
  });

  it("proves with its solvers that three people who all meet need three slots", async () => {
    const triangle = busyDay(3, 2);
    const problem: PlanProblem = {
      ...triangle,
      slots: triangle.slots.map((slot) => ({ ...slot, tables: 3 })),
      wishes: triangle.wishes.map((wish) => ({ ...wish, kind: "must" })),
    };
    const run = startPlan(problem, {
      program,
      seed: 1,
      // It ends when that is proven; on a busy machine Z3 alone takes ten seconds to be loaded.
      seconds: 55,
      endsWhenProven: true,
      onProgress: () => undefined,
    });
    const outcome = await run.outcome;
    expect(outcome.ok && outcome.result.impossible).toEqual([{ what: "contradiction" }]);
  });

  it("gives back what contradicts itself", async () => {
    const problem: PlanProblem = { people: [], slots: [], wishes: [], precedences: [] };
    const run = startPlan(problem, { program, seed: 1, seconds: 1, onProgress: () => undefined });
    expect(await run.outcome).toEqual({ ok: false, flaws: [{ what: "no-slots", at: 0 }] });
  });

  it("rejects when the thread cannot begin", async () => {
    const run = startPlan(busyDay(3, 2), {
      program: new URL("file:///nowhere/planner.mjs"),
      seed: 1,
      seconds: 1,
      onProgress: () => undefined,
    });
    await expect(run.outcome).rejects.toThrow();
  });
});
