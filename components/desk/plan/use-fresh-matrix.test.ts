import { expect, test } from "vitest";
import { lookEvery } from "./use-fresh-matrix";

test.for([
  [{ isHeard: true, isRunning: false, isLive: false }, undefined],
  [{ isHeard: true, isRunning: false, isLive: true }, undefined],
  [{ isHeard: true, isRunning: true, isLive: false }, 10_000],
  [{ isHeard: false, isRunning: true, isLive: true }, 2_000],
  [{ isHeard: false, isRunning: false, isLive: true }, 5_000],
  [{ isHeard: false, isRunning: false, isLive: false }, undefined],
] as const)("the page looks by itself only where nothing can be heard: %j", ([state, every]) => {
  expect(lookEvery(state)).toBe(every);
});
