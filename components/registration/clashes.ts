/** When an event takes place, in milliseconds, and whether by the rule of long events it is only the frame of shorter ones. */
export type Span = { id: string; title: string; from: number; until: number; isLong: boolean };
export type ClashPair = { one: Span; other: Span };

/** Every two of the ticked events that can't both be attended; what only touches can. */
export function clashesOf(spans: readonly Span[], ticked: ReadonlySet<unknown>): ClashPair[] {
  const mine = spans.filter(({ id }) => ticked.has(id));
  return mine.flatMap((one, place) =>
    mine
      .slice(place + 1)
      .filter((other) => one.from < other.until && other.from < one.until && one.isLong === other.isLong)
      .map((other) => ({ one, other })),
  );
}

/** The text with both titles in it, whatever stands in those. */
export const clashText = (text: string, { one, other }: ClashPair): string =>
  text.replace(/\{(one|other)\}/g, (_, which) => (which === "one" ? one.title : other.title));
