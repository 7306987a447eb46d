import { expect, test } from "vitest";
import { stayed } from "./report";

const minutes = (...all: number[]) => all.map((one) => one * 60);

test("says how long people stayed on average, in the middle, and by length", () => {
  expect(stayed([...minutes(4, 5, 16, 90), 0, 1], 3)).toEqual({
    people: 5,
    peak: 3,
    mean: 24,
    median: 5,
    lengths: [
      { from: 0, count: 3 },
      { from: 5, count: 0 },
      { from: 15, count: 1 },
      { from: 30, count: 0 },
      { from: 60, count: 1 },
      { from: 120, count: 0 },
    ],
  });
});

test("the middle of an even number lies between two, and everybody is in one length", () => {
  const some = stayed(minutes(10, 20, 30, 40), 4);
  expect(some.median).toBe(25);
  expect(some.lengths?.reduce((sum, { count }) => sum + count, 0)).toBe(4);
});

test("of nobody it says nothing but zeros", () => {
  expect(stayed([], 0)).toMatchObject({ people: 0, mean: 0, median: 0 });
});
