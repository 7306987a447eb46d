import fc from "fast-check";
import { expect, test } from "vitest";
import { presenceCurve } from "./curve";

const session = { from: 0, to: 60_000 };
const counts = (spans: { from: number; to: number }[]) =>
  presenceCurve(spans, session).points.map(({ count }) => count);

test("says how many were there, at the first, the last and every other point", () => {
  const points = counts([
    { from: 0, to: 60_000 },
    { from: 30_000, to: 60_000 },
  ]);
  expect(points).toHaveLength(61);
  expect([points[0], points[30], points[31], points[60]]).toEqual([1, 1, 2, 2]);
});

test("a peak between two points is at the next one, and its instant is its own", () => {
  const spans = [
    { from: 0, to: 60_000 },
    { from: 10_200, to: 10_600 },
    { from: 10_300, to: 10_400 },
  ];
  const { points, peak } = presenceCurve(spans, session);
  expect(peak).toEqual({ at: 10_300, count: 3 });
  expect([points[10], points[11], points[12]].map((point) => point?.count)).toEqual([1, 3, 1]);
});

test("who comes in the instant in which another goes met them", () => {
  const { peak } = presenceCurve(
    [
      { from: 0, to: 5_000 },
      { from: 5_000, to: 9_000 },
    ],
    session,
  );
  expect(peak).toEqual({ at: 5_000, count: 2 });
});

test("a session that has not begun has no points and nobody in it", () => {
  expect(presenceCurve([], { from: 5, to: 5 })).toEqual({ points: [], peak: { at: 5, count: 0 } });
});

test("no point is above the peak, one reaches it, and the order of people changes nothing", () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 60_000 }))
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
    .filter(({ from, to }) => to > from);
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 30 }), (spans) => {
      const { points, peak } = presenceCurve(spans, session);
      const inclusive = Math.max(...points.map(({ count }) => count));
      expect(inclusive).toBeLessThanOrEqual(peak.count);
      expect(presenceCurve(spans.toReversed(), session)).toEqual({ points, peak });
      // Of spans that only touch, the moment of touching lies in no stretch.
      const touching = spans.some(({ to }) => spans.some(({ from }) => from === to));
      if (!touching) expect(inclusive).toBe(peak.count);
    }),
  );
});
