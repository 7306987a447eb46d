import { expect, test } from "vitest";
import { certificateProblem } from "./certificate";

const endsAt = new Date("2026-11-24T12:00:00Z");
const after = new Date("2026-11-24T12:00:01Z");
const rule = { isOffered: true, minMinutes: 30 };
const asked = {
  rule,
  event: { status: "ended" as const, endsAt },
  been: { seconds: 1_801, isLetIn: false },
};

test.each([
  ["half an hour and a second is enough", asked, undefined],
  ["a minute that has begun counts", { ...asked, been: { seconds: 1_741, isLetIn: false } }, undefined],
  ["29 minutes are not", { ...asked, been: { seconds: 1_740, isLetIn: false } }, "too_short"],
  ["who never came gets none", { ...asked, been: { seconds: 0, isLetIn: false } }, "not_there"],
  ["the door saw them", { ...asked, been: { seconds: 0, isLetIn: true } }, undefined],
  ["nobody said that there are any", { ...asked, rule: undefined }, "not_offered"],
  ["the office gives none", { ...asked, rule: { ...rule, isOffered: false } }, "not_offered"],
  ["what was called off", { ...asked, event: { status: "cancelled" as const, endsAt } }, "not_offered"],
  ["what was put off", { ...asked, event: { status: "postponed" as const, endsAt } }, "not_offered"],
])("%s", (_what, given, problem) => {
  expect(certificateProblem(given, after)).toBe(problem);
});

test("while it is on there is none, also for whoever was there long enough", () => {
  const live = { ...asked, event: { status: "live" as const, endsAt } };
  expect(certificateProblem(live, new Date("2026-11-24T11:59:59Z"))).toBe("not_over");
  expect(certificateProblem(live, after)).toBeUndefined();
  expect(certificateProblem(asked, new Date("2026-11-24T11:00:00Z")), "ended early").toBeUndefined();
});
