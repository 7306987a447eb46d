/**
 * Work that runs once at a time: calls that come while it is under way become one more run after it, also after one
 * that failed. A call ends with the run it began and those that became of it.
 */
export function oneAtATime(work: () => Promise<unknown>): () => Promise<void> {
  let isRunning = false;
  let isWanted = false;
  return async function call(): Promise<void> {
    isWanted = isRunning;
    if (isRunning) return;
    isRunning = true;
    try {
      await work();
    } finally {
      isRunning = false;
      if (isWanted) await call();
    }
  };
}
