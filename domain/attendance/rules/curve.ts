import type { Span } from "../rules";

export type Point = { at: number; count: number };
/** How many were in the rooms at once: over time, and when they were most for the first time. */
export type Curve = { points: Point[]; peak: Point };

/** Enough for a picture as wide as a page, and few enough to send every few seconds. */
const MOST_POINTS = 60;

/** Comings before goings of the same instant: who comes as somebody else goes met them. */
const changesIn = (spans: readonly Span[]) =>
  spans
    .flatMap(({ from, to }) => [
      { at: from, by: 1 },
      { at: to, by: -1 },
    ])
    .sort((one, other) => one.at - other.at || other.by - one.by);

type Level = Span & { count: number };

/** How many were there from when to when. */
function levelsIn(spans: readonly Span[], session: Span): Level[] {
  const levels: Level[] = [];
  let here = 0;
  let from = session.from;
  for (const { at, by } of changesIn(spans)) {
    levels.push({ from, to: at, count: here });
    here += by;
    from = at;
  }
  return [...levels, { from, to: session.to, count: here }];
}

/**
 * The curve of people who bring spans of their own that don't overlap, cut to the session. A point stands for the most
 * that were there since the one before it, so that no peak falls between two of them.
 */
export function presenceCurve(spans: readonly Span[], session: Span): Curve {
  const levels = levelsIn(spans, session);
  const peak = levels.reduce<Point>(
    (most, { from, count }) => (count > most.count ? { at: from, count } : most),
    { at: session.from, count: 0 },
  );
  const step = (session.to - session.from) / MOST_POINTS;
  if (step <= 0) return { points: [], peak };
  const points = Array.from({ length: MOST_POINTS + 1 }, (_, place) => {
    const at = session.from + place * step;
    const since = levels.filter(({ from, to }) => from < at && to > at - step);
    const begun = levels.filter(({ from, to }) => from <= at && to > at);
    const most = place === 0 ? begun : since;
    return { at: Math.round(at), count: Math.max(0, ...most.map(({ count }) => count)) };
  });
  return { points, peak };
}
