import { expect, it } from "vitest";
import { isProven, reachedOf } from "./run-words";

it.each([
  [0, 1],
  [0.013, 0.987],
  [0.0134, 0.986],
  [0.00001, 0.999],
  [1, 0],
])("never says more than is proven: a gap of %d is at least %d", (gap, reached) => {
  expect(reachedOf({ gap })).toBe(reached);
});

it("says nothing without a bound", () => {
  expect(reachedOf({ gap: null })).toBeUndefined();
});

it("takes for proven only what reaches the bound", () => {
  expect([0, 0.0004, 0.013, null].map((gap) => isProven({ gap }))).toEqual([true, false, false, false]);
});
