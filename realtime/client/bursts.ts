import { type Emoji, type Gesture, gestures } from "../protocol";

/** How long a reaction is to be seen. */
export const BURST_SHOWN_MS = 3000;
/** Above so many in a second each kind stands together, with its number. */
const GROUPED_ABOVE = 20;

export type Burst = { emoji: Emoji; count: number };
type Counts = Gesture["counts"];

const pairsOf = (counts: Counts): Burst[] =>
  gestures.flatMap((emoji) => {
    const count = counts[emoji];
    return count ? [{ emoji, count }] : [];
  });

/** What of a second's reactions is shown: each for itself, or in a crowd together by kind. */
export function burstsOf(counts: Counts): Burst[] {
  const pairs = pairsOf(counts);
  const total = pairs.reduce((sum, { count }) => sum + count, 0);
  if (total > GROUPED_ABOVE) return pairs;
  return pairs.flatMap(({ emoji, count }) => Array.from({ length: count }, () => ({ emoji, count: 1 })));
}

/** Adds one second's reactions to those that are not said yet. */
export function addCounts(said: Counts, more: Counts): Counts {
  const sum: Counts = { ...said };
  for (const { emoji, count } of pairsOf(more)) sum[emoji] = (sum[emoji] ?? 0) + count;
  return sum;
}
