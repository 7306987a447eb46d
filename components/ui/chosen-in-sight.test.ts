import { expect, it } from "vitest";
import { scrolledTo } from "./chosen-in-sight";

it("a row is scrolled for what lies outside of it, with a rest of what is beside it, and for nothing else", () => {
  const row = { left: 100, width: 300 };
  expect(scrolledTo(row, { start: 100, end: 400 })).toBe(100);
  expect(scrolledTo(row, { start: 450, end: 550 }), "to the right").toBe(274);
  expect(scrolledTo(row, { start: 350, end: 450 }), "half of it").toBe(174);
  expect(scrolledTo(row, { start: 60, end: 160 }), "to the left").toBe(36);
  expect(scrolledTo(row, { start: 0, end: 90 }), "the first").toBe(0);
});
