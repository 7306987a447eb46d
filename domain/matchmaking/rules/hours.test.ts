import { describe, expect, it } from "vitest";
import { hoursProblem, standsOutside } from "./hours";

const BEGIN = Date.parse("2026-11-12T09:00:00Z");
const at = (minutes: number) => new Date(BEGIN + minutes * 60_000);
const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });
const hours = (from: number, to: number, slotMinutes = 20, pauseMinutes = 0) => ({
  ...span(from, to),
  ...{ slotMinutes, pauseMinutes },
});
const event = span(0, 90);

describe("hours for talks", () => {
  it.each([
    [hours(0, 90), undefined],
    [hours(30, 50), undefined],
    [hours(-1, 60), { field: "startsLocal", key: "before_the_start" }],
    [hours(0, 91), { field: "durationMinutes", key: "after_the_end" }],
    [hours(0, 19), { field: "durationMinutes", key: "too_short_for_a_talk" }],
    [hours(60, 20), { field: "durationMinutes", key: "too_short_for_a_talk" }],
  ])("lie within the event and hold a talk", (given, problem) => {
    expect(hoursProblem(given, event)).toEqual(problem);
  });
});

describe("what stands outside of new hours", () => {
  const before = hours(20, 60);
  const isOutside = (after: ReturnType<typeof hours>, of: ReturnType<typeof span>) =>
    standsOutside(before, after)(of);

  it("is nothing where they only grow by whole slots, at either end", () => {
    for (const after of [hours(20, 90), hours(0, 60), hours(0, 90)])
      for (const of of [span(20, 40), span(40, 60)]) expect(isOutside(after, of)).toBe(false);
  });

  it("is what had a slot that is there no more, or is cut in another way", () => {
    expect(isOutside(hours(20, 40), span(40, 60))).toBe(true);
    expect(isOutside(hours(20, 40), span(20, 40))).toBe(false);
    expect(isOutside(hours(15, 60), span(20, 40)), "another start").toBe(true);
    expect(isOutside(hours(20, 60, 15), span(20, 40)), "other lengths").toBe(true);
    expect(isOutside(hours(20, 60, 20, 10), span(40, 60)), "a pause").toBe(true);
    expect(isOutside(hours(20, 60, 20, 10), span(20, 40)), "the first of them").toBe(false);
  });

  it("goes by the slot in which a talk began, however long it became", () => {
    expect(isOutside(hours(20, 90), span(40, 70))).toBe(false);
    expect(isOutside(hours(20, 40), span(40, 70))).toBe(true);
  });

  it("is nothing that stood outside before, but what falls out of the hours altogether", () => {
    expect(isOutside(hours(20, 40), span(70, 90))).toBe(false);
    expect(isOutside(hours(20, 40), span(45, 60))).toBe(true);
    expect(isOutside(hours(20, 60, 10), span(45, 60))).toBe(false);
  });
});
