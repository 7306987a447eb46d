/** What becomes of a request when many are decided together; `left` is whoever did not ask. */
const decidedAs = ["confirmed", "waiting", "declined", "full", "no_onsite_seats", "left"] as const;
export type DecidedAs = (typeof decidedAs)[number];
/** As many names as are told of each. */
export const TOLD_NAMES = 20;

/** How many there are of each outcome, and who: the first of them, in the order of the list. */
export const outcomesOf = (decided: readonly { name: string; as: DecidedAs }[]) =>
  decidedAs.flatMap((as) => {
    const names = decided.filter((one) => one.as === as).map(({ name }) => name);
    return names.length === 0 ? [] : [{ as, count: names.length, names: names.slice(0, TOLD_NAMES) }];
  });
