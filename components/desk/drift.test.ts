import { describe, expect, it } from "vitest";
import { driftMinutes, showAt } from "./drift";

describe("driftMinutes", () => {
  const at = (minute: number) => new Date(Date.UTC(2027, 2, 21, 9, minute));
  const item = (from: number, begun: number | null) => ({
    startsAt: at(from),
    endsAt: at(from + 10),
    begunAt: begun === null ? null : at(begun),
  });

  it.each([
    ["nothing before anything has begun", [item(0, null)], 20, undefined],
    ["in time", [item(0, 0), item(10, null)], 5, 0],
    ["late by as much as the latest began late", [item(0, 0), item(10, 14), item(20, null)], 16, 4],
    ["ahead", [item(0, 0), item(10, 8)], 9, -2],
    ["late by how long the next one is due", [item(0, 1), item(10, null)], 17, 7],
    ["caught up", [item(0, 9), item(10, 11), item(20, null)], 12, 1],
  ])("%s", (_what, items, now, drift) => {
    expect(driftMinutes(items, at(now))).toBe(drift);
  });
});

describe("showAt", () => {
  const at = (minute: number) => new Date(Date.UTC(2027, 2, 21, 9, minute));
  const item = (title: string, from: number, begun: number | null) => ({
    title,
    startsAt: at(from),
    endsAt: at(from + 10),
    begunAt: begun === null ? null : at(begun),
  });
  const plan = [item("A", 0, null), item("B", 10, null), item("C", 20, null)];

  it.each([
    ["before the start only what follows", plan, -5, [undefined, "A"]],
    ["by the plan as long as nobody said otherwise", plan, 12, ["B", "C"]],
    ["what was begun is on, however late", [item("A", 0, 1), ...plan.slice(1)], 15, ["A", "B"]],
    [
      "the latest begun, and not what was left out",
      [item("A", 0, 1), plan[1], item("C", 20, 18)],
      19,
      ["C", undefined],
    ],
    [
      "what begins with it does not follow it",
      [item("A", 0, null), item("B", 0, null), item("C", 10, null)],
      5,
      ["A", "C"],
    ],
    ["at the end nothing follows", plan, 40, [undefined, undefined]],
  ])("%s", (_what, items, now, expected) => {
    const { current, next } = showAt(
      items.flatMap((one) => one ?? []),
      at(now),
    );
    expect([current?.title, next?.title]).toEqual(expected);
  });
});
