import { afterAll, describe, expect, it, vi } from "vitest";
import { randomFair } from "../testing/random-problem";
import { compile } from "./compiled";
import { everythingPlaced } from "./satisfiability";
import { webAssemblySolvers } from "./webassembly";

vi.setConfig({ testTimeout: 60_000 });

const solvers = webAssemblySolvers();
afterAll(() => solvers.close());

const limit = { seconds: 30, shouldStop: () => false };

describe("Z3", () => {
  it("reads each question as it was written", async () => {
    // The package's own function reads about one in sixty of these with other characters in it.
    const text = everythingPlaced(compile(randomFair(24)), 0);
    const answers = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const decision = await solvers.decide(text, limit);
      answers.add(decision.answer === "yes" ? decision.model : decision.answer);
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toMatch(/^sat/);
  });

  it("says neither yes nor no to what it cannot read or may not finish", async () => {
    const unreadable = await solvers.decide("(declare-const a Bool)(assert a))", limit);
    expect(unreadable).toEqual({ answer: "unknown" });
    const text = everythingPlaced(compile(randomFair(24)), 0);
    expect((await solvers.decide(text, limit)).answer).toBe("yes");
  });

  it("is loaded within the time of the first question", async () => {
    const fresh = webAssemblySolvers();
    const decision = await fresh.decide("(declare-const a Bool)(assert a)", { ...limit, seconds: 0.001 });
    await fresh.close();
    expect(decision).toEqual({ answer: "unknown" });
  });
});

describe("HiGHS", () => {
  it("gives an optimum only where there is one", async () => {
    const best = await solvers.linear("Maximize\n o: x\nSubject To\n r: x <= 3\nEnd\n", 5);
    expect([best.optimum, best.shareOf?.("x")]).toEqual([3, 3]);
    const none = await solvers.linear("Maximize\n o: x\nSubject To\n r: x <= 3\n s: x >= 4\nEnd\n", 5);
    expect(none.optimum).toBeUndefined();
  });
});
