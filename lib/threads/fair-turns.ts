type Waiting = { begin: () => void };

export type FairTurns = <Value>(owner: string, work: () => Promise<Value>) => Promise<Value> | undefined;

/**
 * One piece of work at a time, and the next one is of whoever was served longest ago: however much one of them brings,
 * another waits for one piece of it at most. Undefined for who has `mostOfOne` here already.
 */
export function fairTurns(mostOfOne: number): FairTurns {
  /** In the order in which they came. */
  const lines = new Map<string, Waiting[]>();
  /** The number of the last turn of each that has something here: whoever had none yet comes first. */
  const served = new Map<string, number>();
  let turns = 0;
  /** Of each, with the one under way. */
  const here = new Map<string, number>();
  let isBusy = false;

  const next = () => {
    const [owner] = [...lines.keys()].toSorted((a, b) => (served.get(a) ?? 0) - (served.get(b) ?? 0));
    if (isBusy || owner === undefined) return;
    const [turn, ...rest] = lines.get(owner) ?? [];
    if (rest.length > 0) lines.set(owner, rest);
    else lines.delete(owner);
    turns += 1;
    served.set(owner, turns);
    isBusy = turn !== undefined;
    turn?.begin();
  };
  const end = (owner: string) => {
    const left = (here.get(owner) ?? 1) - 1;
    if (left > 0) here.set(owner, left);
    else {
      here.delete(owner);
      served.delete(owner);
    }
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
