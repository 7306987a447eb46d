import { expect, test } from "vitest";
import { onceInSight } from "./scan-frames";

test("a code that is held before the camera counts once, another one at once, and the same after it was away", () => {
  const isNew = onceInSight();
  const seen: [string, number][] = [
    ["A", 0],
    ["A", 1_000],
    ["A", 3_000],
    ["B", 3_100],
    ["A", 3_200],
    ["A", 9_000],
  ];
  expect(seen.map(([code, at]) => isNew(code, at))).toEqual([true, false, false, true, true, true]);
});
