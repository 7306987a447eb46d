import { describe, expect, it } from "vitest";
import type { PlanPerson, PlanProblem, PlanWish } from "./model";
import { plan } from "./plan";
import { flawsOf } from "./validation";

const person = (more: Partial<PlanPerson> = {}): PlanPerson => ({ min: 0, max: 4, closed: [], ...more });
const wish = (a: number, b: number, more: Partial<PlanWish> = {}): PlanWish => ({
  a,
  b,
  kind: "want",
  score: 1,
  mode: "online",
  ...more,
});
const problemOf = (wishes: PlanWish[], more: Partial<PlanProblem> = {}): PlanProblem => ({
  people: [person(), person(), person(), person()],
  slots: [{ half: "am" }, { half: "am" }, { half: "pm" }],
  wishes,
  precedences: [],
  ...more,
});

async function planned(problem: PlanProblem) {
  let milliseconds = 0;
  const outcome = await plan(problem, {
    seed: 1,
    seconds: 0.1,
    now: () => milliseconds++,
    shouldStop: () => false,
    onProgress: () => undefined,
  });
  if (!outcome.ok) throw new Error("flaws");
  return outcome.result;
}

describe("planning again", () => {
  it("leaves a locked talk where it is, even where it is closed and costs another one its place", async () => {
    const people = [person({ closed: [1], max: 1 }), person(), person(), person()];
    const problem = problemOf([wish(0, 1, { locked: 1, score: 0 }), wish(0, 2, { kind: "must", score: 9 })], {
      people,
    });
    const { placement, unplaced } = await planned(problem);
    expect([...placement]).toEqual([1, -1]);
    expect(unplaced).toEqual([{ wish: 1, reason: { why: "quota", people: [0], slots: [0, 2] } }]);
  });

  it("keeps the published plan where a change would gain nothing, and names what it changes", async () => {
    const wishes = [
      wish(0, 1, { published: 2 }),
      wish(2, 3, { published: 0 }),
      wish(0, 2, { published: 1, kind: "never" }),
      wish(1, 3),
    ];
    const { placement, difference } = await planned(problemOf(wishes));
    expect(placement[0]).toBe(2);
    expect(difference.moved).toEqual(placement[1] === 0 ? [] : [{ wish: 1, from: 0, to: placement[1] }]);
    expect(difference.removed).toEqual([{ wish: 2, from: 1 }]);
    expect(difference.added).toEqual([{ wish: 3, to: placement[3] }]);
    expect(difference.people).toEqual([0, 1, 2, 3]);
  });

  it("tells nobody of talks that stay", async () => {
    const { difference } = await planned(
      problemOf([wish(0, 1, { published: 1 }), wish(2, 3, { published: 1 })]),
    );
    expect(difference).toEqual({ added: [], moved: [], removed: [], people: [] });
  });
});

describe("why a wish has no place", () => {
  const oneSlot = (tables: number): Partial<PlanProblem> => ({ slots: [{ half: "am", tables }] });
  const why = async (problem: PlanProblem) => (await planned(problem)).unplaced.map(({ reason }) => reason);

  it("names the slots in which all tables are taken", async () => {
    const wishes = [wish(0, 1, { mode: "onsite", score: 2 }), wish(2, 3, { mode: "mixed" })];
    expect(await why(problemOf(wishes, oneSlot(1)))).toEqual([{ why: "tables-taken", slots: [0] }]);
  });

  it("needs no table online", async () => {
    const wishes = [wish(0, 1, { mode: "onsite" }), wish(2, 3, { mode: "online" })];
    expect(await why(problemOf(wishes, oneSlot(1)))).toEqual([]);
  });

  it("names the slots that are on the wrong side of another talk", async () => {
    const wishes = [wish(0, 1, { score: 2 }), wish(2, 3)];
    const precedences = [{ before: 0, after: 1 }];
    expect(await why(problemOf(wishes, { slots: [{ half: "am" }], precedences }))).toEqual([
      { why: "order", slots: [0] },
    ]);
  });

  it("says when it was never to take place, and when there is no such time", async () => {
    const people = [person({ closed: [2] }), person({ closed: [0, 1] }), person(), person()];
    const wishes = [wish(2, 3, { kind: "never" }), wish(0, 1), wish(0, 3, { half: "pm" })];
    expect(await why(problemOf(wishes, { people }))).toEqual([
      { why: "never" },
      { why: "no-common-slot" },
      { why: "no-common-slot-in-half" },
    ]);
  });
});

describe("problems that contradict themselves", () => {
  const flaws = (problem: PlanProblem) => flawsOf(problem).map(({ what, at }) => `${what} ${at}`);

  it.each<[string, PlanProblem]>([
    ["no-slots 0", problemOf([], { slots: [] })],
    ["unknown-person 0", problemOf([wish(0, 9)])],
    ["talk-with-oneself 0", problemOf([wish(1, 1)])],
    ["unknown-slot 0", problemOf([wish(0, 1, { locked: 7 })])],
    ["unknown-slot 3", problemOf([], { people: [person(), person(), person(), person({ closed: [3] })] })],
    ["score-not-whole 0", problemOf([wish(0, 1, { score: 0.5 })])],
    ["quota-not-whole 0", problemOf([], { people: [person({ max: -1 })] })],
    ["locked-never 0", problemOf([wish(0, 1, { kind: "never", locked: 0 })])],
    ["locked-twice 1", problemOf([wish(0, 1, { locked: 0 }), wish(1, 2, { locked: 0 })])],
    ["unknown-wish 0", problemOf([wish(0, 1)], { precedences: [{ before: 0, after: 1 }] })],
  ])("%s", (flaw, problem) => {
    expect(flaws(problem)).toEqual([flaw]);
  });

  it("compares locked talks with precedences", () => {
    const wishes = [wish(0, 1, { locked: 1 }), wish(2, 3, { locked: 1 })];
    expect(flaws(problemOf(wishes, { precedences: [{ before: 0, after: 1 }] }))).toEqual([
      "locked-against-order 0",
    ]);
  });

  it("counts locked talks at tables", () => {
    const wishes = [wish(0, 1, { locked: 0, mode: "onsite" }), wish(2, 3, { locked: 0, mode: "mixed" })];
    expect(flaws(problemOf(wishes, { slots: [{ half: "am", tables: 1 }] }))).toEqual([
      "locked-over-tables 1",
    ]);
  });
});

describe("why a wish has no place", () => {
  it("is the time, not the quota, for somebody who could take more talks than there are slots", async () => {
    const everybody = [1, 2, 3].map((other) => wish(0, other));
    const people = Array.from({ length: 5 }, () => person({ max: 9 }));
    const { unplaced } = await planned(problemOf([...everybody, wish(0, 4)], { people }));
    expect(unplaced).toHaveLength(1);
    expect(unplaced[0]?.reason).toEqual({ why: "no-common-free-slot" });
  });
});
