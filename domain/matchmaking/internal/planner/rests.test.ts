import { describe, expect, it, vi } from "vitest";
import { faultsIn, goalsOf } from "../testing/plan-judge";
import type { PlanPerson, PlanProblem, PlanWish } from "./model";
import { plan } from "./plan";

vi.setConfig({ testTimeout: 60_000 });

/** A clock that a search moves on itself: so many thousands of moves, whatever the machine is doing. */
function clockOf(): () => number {
  let milliseconds = 0;
  return () => milliseconds++;
}

async function planned(problem: PlanProblem, seconds = 0.3) {
  const outcome = await plan(problem, {
    ...{ seed: 1, seconds, now: clockOf(), shouldStop: () => false, onProgress: () => undefined },
    endsWhenProven: true,
  });
  if (!outcome.ok) throw new Error("not planned");
  const slots = [...outcome.result.placement];
  expect(faultsIn(problem, slots)).toEqual([]);
  expect(outcome.result.goals).toEqual(goalsOf(problem, slots));
  return { goals: outcome.result.goals, slots };
}

const wishOf = (a: number, b: number, more: Partial<PlanWish> = {}): PlanWish => ({
  ...{ a, b, kind: "want", score: 1, mode: "online" },
  ...more,
});

type Event = {
  slots: number;
  wishes: PlanWish[];
  people: number;
  more?: (at: number) => Partial<PlanPerson>;
};

/** After three talks a rest, for everybody. */
const restful = ({ slots, wishes, people, more }: Event): PlanProblem => ({
  slots: Array.from({ length: slots }, () => ({ half: "am" })),
  people: Array.from({ length: people }, (_, at) => ({
    ...{ min: 0, max: slots, closed: [], mostInARow: 3 },
    ...more?.(at),
  })),
  wishes,
  precedences: [],
});

/** One who meets so many others. */
const star = (talks: number, slots: number): PlanProblem =>
  restful({
    ...{ slots, people: talks + 1 },
    wishes: Array.from({ length: talks }, (_, at) => wishOf(0, at + 1)),
  });

describe("rests", () => {
  it("are kept where there is a slot for them, and a rest that is due is no gap", async () => {
    const { goals, slots } = await planned(star(5, 6));
    expect(goals).toMatchObject({ score: 5, gaps: 0, waits: 0, withoutRest: 0 });
    // Three and two, or two and three with a gap instead of a rest: only the first is without both.
    expect(slots.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 4, 5]);
  });

  it("give way to wishes: nobody loses a talk for a rest", async () => {
    expect((await planned(star(5, 5))).goals).toMatchObject({ score: 5, gaps: 0, withoutRest: 2 });
  });

  it("excuse as much as they last: whatever is free beyond that is a gap", async () => {
    // The fifth slot is closed to one, the fourth to everybody they meet.
    const problem = restful({
      ...{ slots: 6, people: 6, more: (at: number) => (at === 0 ? { closed: [4] } : { closed: [3] }) },
      wishes: [1, 2, 3, 4].map((other) => wishOf(0, other)),
    });
    const { goals } = await planned(problem);
    // Slots 0, 1, 2 and 5: one rest that is due, and one slot more in which to wait.
    expect(goals).toMatchObject({ score: 4, gaps: 1, waits: 1, withoutRest: 0 });
  });

  it("come before few changes: a published talk moves so that somebody rests", async () => {
    const problem = star(4, 5);
    const published = problem.wishes.map((wish, at) => ({ ...wish, published: at }));
    const { goals } = await planned({ ...problem, wishes: published });
    expect(goals).toMatchObject({ gaps: 0, withoutRest: 0, changed: 1 });
  });

  it("are all kept in an event that has room for them all", async () => {
    // Everybody meets their three neighbours to both sides of a circle: six talks in seven slots, three, a rest, three.
    const people = 12;
    const wishes = Array.from({ length: people }, (_, a) =>
      [1, 2, 3].map((step) => wishOf(a, (a + step) % people)),
    ).flat();
    const { goals } = await planned(restful({ slots: 7, people, wishes }), 3);
    expect(goals).toMatchObject({ score: 36, gaps: 0, waits: 0, withoutRest: 0 });
    const musts = wishes.map((wish) => ({ ...wish, kind: "must" as const }));
    const all = await planned(restful({ slots: 7, people, wishes: musts }), 3);
    expect(all.goals).toMatchObject({ mustsMissing: 0, gaps: 0, waits: 0, withoutRest: 0 });
  });
});
