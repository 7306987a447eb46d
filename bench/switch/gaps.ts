/** Begin and end of the longest stretch without any of these times between `from` and `to`, all in milliseconds. */
export function longestGap(
  times: readonly number[],
  [from, to]: readonly [number, number],
): [number, number] {
  const inside = [from, ...times.filter((time) => time > from && time < to), to];
  let longest: [number, number] = [from, from];
  for (const [index, time] of inside.entries()) {
    const former = inside[index - 1] ?? from;
    if (time - former > longest[1] - longest[0]) longest = [former, time];
  }
  return longest;
}

export function longestGapMs(times: readonly number[], span: readonly [number, number]): number {
  const [from, to] = longestGap(times, span);
  return to - from;
}
