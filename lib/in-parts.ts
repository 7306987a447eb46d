const PART = 1_000;

/** Does it part by part, one after the other: a statement carries no more than some thousand values. */
export async function inParts<Item>(
  items: readonly Item[],
  work: (part: Item[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let from = 0; from < items.length; from += PART) await work(items.slice(from, from + PART));
}
