type Waiting = { begin: () => void };

export type FairTurns = <Value>(owner: string, work: () => Promise<Value>) => Promise<Value> | undefined;

/**
 * One piece of work at a time, and the next one is of whoever was served longest ago: however much one of them brings,
 * another waits for one piece of it at most. Undefined for who has `mostOfOne` here already.
 */
export function fairTurns(mostOfOne: number): FairTurns {
  /** In the order in which they are served; who was served goes behind the others. */
  const lines = new Map<string, Waiting[]>();
  /** Of each, with the one under way. */
  const here = new Map<string, number>();
  let isBusy = false;

  const next = () => {
    const [first] = lines;
    if (isBusy || !first) return;
    const [owner, [turn, ...rest]] = first;
    lines.delete(owner);
    if (rest.length > 0) lines.set(owner, rest);
    isBusy = turn !== undefined;
    turn?.begin();
  };
  const end = (owner: string) => {
    const left = (here.get(owner) ?? 1) - 1;
    if (left === 0) here.delete(owner);
    else here.set(owner, left);
    isBusy = false;
    next();
  };
  return (owner, work) => {
    const before = here.get(owner) ?? 0;
    if (before >= mostOfOne) return undefined;
    here.set(owner, before + 1);
    const { promise, resolve } = Promise.withResolvers<void>();
    lines.set(owner, [...(lines.get(owner) ?? []), { begin: resolve }]);
    const done = promise.then(work).finally(() => end(owner));
    next();
    return done;
  };
}
