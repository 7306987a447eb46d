import { describe, expect, it } from "vitest";
import { isTrue } from "../testing/plan-judge";
import type { PlanProblem, PlanWish } from "./model";

const wish = (a: number, b: number): PlanWish => ({ a, b, kind: "want", score: 1, mode: "online" });

/** The first wish has no place because its first person wants no more than the talk in slot 1. */
const problemOf = (more: Partial<PlanProblem> = {}): PlanProblem => ({
  people: [
    { min: 0, max: 1, closed: [] },
    { min: 0, max: 4, closed: [] },
    { min: 0, max: 4, closed: [] },
  ],
  slots: [{ half: "am" }, { half: "am" }, { half: "am" }, { half: "am" }],
  wishes: [wish(0, 1), wish(0, 2), wish(1, 2)],
  precedences: [],
  ...more,
});
const slots = [-1, 1, 2];

const saysQuota = (problem: PlanProblem, free: number[]) =>
  isTrue(problem, slots, { wish: 0, reason: { why: "quota", people: [0], slots: free } });

describe("what a judge says of a wish without a place", () => {
  it("finds the slots in which there would be room beside the quota", () => {
    expect(saysQuota(problemOf(), [0, 3])).toBe(true);
    expect(saysQuota(problemOf(), [0])).toBe(false);
  });

  it("leaves out those on the wrong side of a talk that stands", () => {
    expect(saysQuota(problemOf({ precedences: [{ before: 0, after: 2 }] }), [0])).toBe(true);
    expect(saysQuota(problemOf({ precedences: [{ before: 2, after: 0 }] }), [3])).toBe(true);
    expect(saysQuota(problemOf({ precedences: [{ before: 2, after: 0 }] }), [0, 3])).toBe(false);
  });

  it("minds no order of other talks, and none after a talk without a place", () => {
    expect(saysQuota(problemOf({ precedences: [{ before: 2, after: 1 }] }), [0, 3])).toBe(true);
    const wishes = [...problemOf().wishes, wish(0, 1)];
    const problem = problemOf({ wishes, precedences: [{ before: 0, after: 3 }] });
    const reason = { why: "quota" as const, people: [0], slots: [0, 3] };
    expect(isTrue(problem, [...slots, -1], { wish: 0, reason })).toBe(true);
  });

  // An event of 2,000 people has as many wishes without a place, each with a dozen free slots.
  it("looks no oftener at the wishes, however many people there are", () => {
    const looks = (others: number) => {
      const { wishes, ...rest } = problemOf();
      const people = [
        ...rest.people,
        ...Array.from({ length: others }, () => ({ min: 0, max: 4, closed: [] })),
      ];
      let count = 0;
      const problem = {
        ...{ ...rest, people },
        get wishes() {
          count++;
          return wishes;
        },
      };
      expect(saysQuota(problem, [0, 3])).toBe(true);
      return count;
    };
    expect(looks(100)).toBe(looks(0));
  });
});
