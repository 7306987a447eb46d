import { expect, it } from "vitest";
import { reachedOf } from "./run-words";

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
