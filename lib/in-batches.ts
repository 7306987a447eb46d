/**
 * Gathers what is asked for while the former run is still at it, and does all of it in the next one. Every caller
 * waits for the run that holds its own item.
 */
export function inBatches<Item>(work: (items: Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let gathered: Item[] = [];
  let next: Promise<void> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const start = () => {
    const items = gathered;
    gathered = [];
    next = undefined;
    const run = work(items);
    running = run.catch(() => undefined);
    return run;
  };
  return (item) => {
    gathered.push(item);
    next ??= running.then(start);
    return next;
  };
}
