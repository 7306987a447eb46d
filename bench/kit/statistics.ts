/** The value below which this share of the sorted list lies (nearest rank); NaN for an empty list. */
export function percentile(sorted: readonly number[], share: number): number {
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  return sorted[rank - 1] ?? Number.NaN;
}

const rounded = (value: number) => Math.round(value * 10) / 10;

export type Times = { count: number; p50Ms: number; p95Ms: number; p99Ms: number; maxMs: number };

/** Percentiles of durations in milliseconds. */
export function timesOf(durationsMs: readonly number[]): Times {
  const sorted = [...durationsMs].sort((a, b) => a - b);
  const at = (share: number) => rounded(percentile(sorted, share));
  return { count: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) };
}

/** Things per second, to one decimal. */
export const rateOf = (count: number, seconds: number) => rounded(count / seconds);
