import { describe, expect, it } from "vitest";
import { driftMinutes } from "./drift";

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
