/** Where something lies along a row that scrolls sideways, in px from the row's beginning. */
type Extent = { start: number; end: number };

/** How much of the one beside it stays in sight, so that the row does not look as if it ended there. */
const REST = 24;

/** How far a row has to be scrolled for this to be in sight: as far as it is where it already is. */
export function scrolledTo(row: { left: number; width: number }, { start, end }: Extent): number {
  if (start < row.left) return Math.max(0, start - REST);
  return end > row.left + row.width ? end - row.width + REST : row.left;
}

/** Brings one element of a row into sight, at once: a movement that nobody asked for would only distract. */
export function bringIntoSight(row: HTMLElement, chosen: Element): void {
  const [around, inner] = [row.getBoundingClientRect(), chosen.getBoundingClientRect()];
  const start = inner.left - around.left - row.clientLeft + row.scrollLeft;
  const extent = { start, end: start + inner.width };
  const left = scrolledTo({ left: row.scrollLeft, width: row.clientWidth }, extent);
  if (left !== row.scrollLeft) row.scrollTo({ left, behavior: "instant" });
}
