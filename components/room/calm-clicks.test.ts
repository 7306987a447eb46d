import { expect, it } from "vitest";
import { calmClicks } from "./calm-clicks";

it("takes a double click and a key that is held for one click, however long it is held", () => {
  const isNew = calmClicks();
  expect([0, 180, 900, 1800, 2700].map(isNew)).toEqual([true, false, false, false, false]);
  expect([4000, 6000].map(isNew)).toEqual([true, true]);
});
