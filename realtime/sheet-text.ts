/** A change of a text: so many characters are gone from a place, and others stand there. */
export type Splice = { at: number; gone: number; added: string };

/** What Yjs says of a change of a text, as far as plain text goes. */
export type TextDelta = readonly { retain?: number; insert?: unknown; delete?: number }[];

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/**
 * What somebody has done to a field, from its text before and after; what stands behind the caret they have not touched. A
 * sign of two halves, such as an emoji, is taken whole: half of one is no text.
 */
export function spliceOf(before: string, after: string, caret: number): Splice {
  const most = Math.min(before.length, after.length);
  let tail = 0;
  const longestTail = Math.min(most, after.length - caret);
  while (tail < longestTail && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (tail > 0 && isLow(after.charCodeAt(after.length - tail))) tail--;
  let head = 0;
  while (head < most - tail && before[head] === after[head]) head++;
  if (head > 0 && isHigh(after.charCodeAt(head - 1))) head--;
  return { at: head, gone: before.length - tail - head, added: after.slice(head, after.length - tail) };
}

/** Where a place in a text is after somebody else has changed it: what is written right there comes behind it. */
export function moved(place: number, delta: TextDelta): number {
  let at = 0;
  let now = place;
  for (const { retain = 0, insert, delete: gone = 0 } of delta) {
    at += retain;
    const added = typeof insert === "string" ? insert.length : 0;
    if (added > 0 && at < now) now += added;
    at += added;
    if (gone > 0 && at < now) now -= Math.min(gone, now - at);
  }
  return now;
}
