import fc from "fast-check";
import { expect, test } from "vitest";
import { attendanceSeconds, type Stay } from "./rules";

const session = { from: 0, to: 3_600_000 };
const minutes = (...pairs: [number, number | null][]): Stay[] =>
  pairs.map(([from, to]) => ({ from: from * 60_000, to: to === null ? null : to * 60_000 }));

test.for([
  ["nobody came", minutes(), 0],
  ["one stay", minutes([10, 20]), 600],
  ["two rooms at once count once", minutes([10, 20], [15, 25]), 900],
  ["a gap below a minute is bridged", minutes([10, 20], [20.9, 30]), 1200],
  ["a gap of a minute is absence", minutes([10, 20], [21, 30]), 1140],
  ["time before and after the session does not count", minutes([-10, 5], [55, 90]), 600],
  ["who has not left is there until the end", minutes([50, null]), 600],
] as [string, Stay[], number][])("%s", ([, stays, seconds]) => {
  expect(attendanceSeconds(stays, session)).toBe(seconds);
});

const anyStay = fc
  .tuple(fc.integer({ min: -1_000_000, max: 4_000_000 }), fc.option(fc.integer({ min: 0, max: 3_000_000 })))
  .map(([from, length]): Stay => ({ from, to: length === null ? null : from + length }));

test("order and repeats change nothing, and nobody is present longer than the session", () => {
  fc.assert(
    fc.property(fc.array(anyStay), fc.infiniteStream(fc.nat()), (stays, numbers) => {
      const seconds = attendanceSeconds(stays, session);
      const keyed = [...stays, ...stays, ...stays].map((stay) => ({ stay, key: numbers.next().value ?? 0 }));
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ stay }) => stay);
      expect(attendanceSeconds(shuffled, session)).toBe(seconds);
      expect(seconds).toBeLessThanOrEqual(3600);
    }),
  );
});
