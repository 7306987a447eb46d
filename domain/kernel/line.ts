/** Work that never came to its turn; the door answers 503 with Retry-After. */
export class TurnNeverCame extends Error {
  override name = "TurnNeverCame";
  constructor(line: string) {
    super(`the line was too long: ${line}`);
  }
}

type Line = { busy: number; waiting: Set<() => void> };

/** One at the lock and one behind it: the lock is never idle, and the pool never full of those who wait for it. */
const AT_ONCE = 2;
const LONGEST_WAIT_MS = 5_000;

const lines = new Map<string, Line>();

function joined(name: string): Line {
  const line = lines.get(name) ?? { busy: 0, waiting: new Set() };
  lines.set(name, line);
  return line;
}

function turn(line: Line, name: string): Promise<void> {
  if (line.busy < AT_ONCE) {
    line.busy += 1;
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const called = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      line.waiting.delete(called);
      reject(new TurnNeverCame(name));
    }, LONGEST_WAIT_MS);
    line.waiting.add(called);
  });
}

function leave(line: Line, name: string): void {
  const [next] = line.waiting;
  if (next) {
    // The place goes over to whoever waits longest.
    line.waiting.delete(next);
    next();
    return;
  }
  line.busy -= 1;
  if (line.busy === 0) lines.delete(name);
}

/**
 * Does work that will wait for one row in the order in which it came, a few at a time, and before it takes a database
 * connection; without a name at once. It only spares connections: what must hold is held by the row's lock, in however many processes.
 */
export async function inLine<Value>(name: string | undefined, work: () => Promise<Value>): Promise<Value> {
  if (name === undefined) return work();
  const line = joined(name);
  await turn(line, name);
  try {
    return await work();
  } finally {
    leave(line, name);
  }
}
