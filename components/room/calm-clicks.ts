/** Clicks that follow each other faster are one: a double click, or Enter held down. */
const CALM_MS = 1000;

/** Says of each click, by its moment in milliseconds, whether it is a new one; for what cannot be taken back. */
export function calmClicks(): (at: number) => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return (at) => {
    const isNew = at - last > CALM_MS;
    last = at;
    return isNew;
  };
}
