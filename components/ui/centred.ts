/** Scrolls a row that is wider than its place so that what is chosen in it is to be seen, in the middle where it can be. */
export function centre(row: Element | null | undefined, chosen: Element | null | undefined): void {
  if (!row || !chosen) return;
  const [outer, inner] = [row.getBoundingClientRect(), chosen.getBoundingClientRect()];
  row.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}
