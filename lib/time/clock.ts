/** The one place that reads the wall clock, so that a test can set it and a rule never does. */
export type Clock = () => Date;

let current: Clock = () => new Date();

/** The current instant. Rules never call this: they take `now`. */
export const now: Clock = () => current();

/** Replaces the clock and returns a function that puts the former one back. For tests only. */
export function setClock(clock: Clock): () => void {
  const former = current;
  current = clock;
  return () => {
    current = former;
  };
}
