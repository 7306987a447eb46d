/** The longest stretch without any of these times between `from` and `to`, all in milliseconds. */
export function longestGapMs(times: readonly number[], [from, to]: readonly [number, number]): number {
  const inside = [from, ...times.filter((time) => time > from && time < to), to];
  return inside.reduce((longest, time, index) => Math.max(longest, time - (inside[index - 1] ?? from)), 0);
}
