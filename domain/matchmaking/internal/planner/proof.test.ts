import { afterAll, describe, expect, it, vi } from "vitest";
import { bestOf } from "../testing/every-plan";
import { faultsIn, goalsOf } from "../testing/plan-judge";
import { randomFair, randomVariant, withoutSome } from "../testing/random-problem";
import { compile } from "./compiled";
import type { PlanProblem } from "./model";
import { climb, fewestGaps } from "./proof";
import { Random } from "./random";
import { everythingPlaced, placementIn } from "./satisfiability";
import { Search } from "./search";
import type { Solvers } from "./solvers";
import { flawsOf } from "./validation";
import { webAssemblySolvers } from "./webassembly";

vi.setConfig({ testTimeout: 120_000 });

const solvers = webAssemblySolvers();
afterAll(() => solvers.close());

const limit = { seconds: 60, shouldStop: () => false };
const seeds = Array.from({ length: 24 }, (_, at) => at + 1);
const wanted = [...seeds.map(randomFair), ...seeds.map(randomVariant)];
const some = wanted.filter((_, at) => at % 4 === 0).map(withoutSome);
const problems = [...wanted, ...some].filter((problem) => flawsOf(problem).length === 0);

/** A problem whose best plan places everything, with what that plan has. */
const wholeOnes = problems.flatMap((problem) => {
  const best = bestOf(problem);
  return best?.mustsMissing === 0 ? [{ problem, gaps: best.gaps }] : [];
});

/** The plan that is there before any search. */
const atFirst = (problem: PlanProblem) =>
  new Search(compile(problem), { random: new Random(1), isOver: () => true, onBetter: () => undefined });

describe("the exact solver's question, against every plan there is", () => {
  it("is answered by no where everything cannot take place", async () => {
    const broken = problems.filter((problem) => bestOf(problem)?.mustsMissing !== 0);
    expect(broken.length).toBeGreaterThan(5);
    for (const problem of broken) {
      expect((await solvers.decide(everythingPlaced(compile(problem)), limit)).answer).toBe("no");
    }
  });

  it("is answered by a plan with the fewest gaps, and by no for fewer", async () => {
    expect(wholeOnes.length).toBeGreaterThan(20);
    expect(wholeOnes.filter(({ gaps }) => gaps > 0).length).toBeGreaterThan(5);
    for (const { problem, gaps } of wholeOnes) {
      const compiled = compile(problem);
      const decision = await solvers.decide(everythingPlaced(compiled, gaps), limit);
      if (decision.answer !== "yes") throw new Error(`a plan with ${gaps} gaps was denied`);
      const slots = [...placementIn(decision.model, compiled.wishes)];
      expect(faultsIn(problem, slots)).toEqual([]);
      expect(goalsOf(problem, slots)).toMatchObject({ mustsMissing: 0, gaps });
      if (gaps > 0)
        expect((await solvers.decide(everythingPlaced(compiled, gaps - 1), limit)).answer).toBe("no");
    }
  });

  it("never has its linear bound above the fewest gaps", async () => {
    const way = { linear: solvers.linear, secondsLeft: () => 60, enough: Infinity };
    for (const { problem, gaps } of wholeOnes)
      expect(await fewestGaps(compile(problem), way)).toBeLessThanOrEqual(gaps);
  });

  it("has a linear bound of no gaps, and nothing solved for it, when the time is up", async () => {
    const linear = vi.fn(solvers.linear);
    const [torn] = wholeOnes.filter(({ gaps }) => gaps > 0);
    if (!torn) throw new Error("no problem with gaps");
    const way = { linear, secondsLeft: () => 0, enough: Infinity };
    expect(await fewestGaps(compile(torn.problem), way)).toBe(0);
    expect(linear).not.toHaveBeenCalled();
  });
});

describe("climbing and descending", () => {
  /** Leaves questions about so few gaps undecided, as a hard problem does. */
  const undecidedBelow =
    (gaps: number): Solvers["decide"] =>
    async (text, how) => {
      const most = Number([...text.matchAll(/\(_ at-most (\d+)\) h/g)].at(-1)?.[1] ?? Infinity);
      return most < gaps ? { answer: "unknown" } : solvers.decide(text, how);
    };

  async function proven(problem: PlanProblem, decide: Solvers["decide"]) {
    const search = atFirst(problem);
    let bound = 0;
    await climb(0, {
      compiled: compile(problem),
      search,
      decide,
      secondsLeft: () => 60,
      shouldStop: () => false,
      onBound: (gaps) => {
        bound = gaps;
      },
    });
    return { gaps: search.best.goals.gaps, bound };
  }

  const improvable = wholeOnes.filter(({ problem, gaps }) => {
    const { goals } = atFirst(problem).best;
    return goals.mustsMissing === 0 && goals.gaps > gaps;
  });

  it("proves the fewest gaps from below", async () => {
    expect(improvable.length).toBeGreaterThan(5);
    for (const { problem, gaps } of improvable)
      expect(await proven(problem, solvers.decide)).toEqual({ gaps, bound: gaps });
  });

  it("still finds the best plan from above when the lowest questions stay open", async () => {
    for (const { problem, gaps } of improvable)
      expect(await proven(problem, undecidedBelow(gaps))).toMatchObject({ gaps });
  });

  it("ends with what it has when nothing is answered", async () => {
    const [first] = improvable;
    if (!first) throw new Error("nothing to improve");
    const before = atFirst(first.problem).best.goals.gaps;
    const found = await proven(first.problem, async () => ({ answer: "unknown" }));
    expect(found).toEqual({ gaps: before, bound: 0 });
  });
});
