import { setTimeout as pause } from "node:timers/promises";
import { type Crowd, crowd } from "./crowd";

const EVERY_MS = 5_000;
const begun = performance.now();

/** One line about how far the bench is, beside the report on the other stream. */
export function tellProgress(text: string): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
  process.stderr.write(`[bench ${seconds} s] ${text}\n`);
}

/** What `work` gave; rejects when it takes longer than so many seconds. What it still does later counts no more. */
export async function withinSeconds<Value>(
  { name, seconds }: { name: string; seconds: number },
  work: () => Promise<Value>,
): Promise<Value> {
  tellProgress(`${name} (at most ${seconds} s)`);
  const inTime = new AbortController();
  const late = pause(seconds * 1000, undefined, { signal: inTime.signal }).then(
    () => Promise.reject(new Error(`${name}: not done within ${seconds} s`)),
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([work(), late]);
  } finally {
    inTime.abort();
  }
}

type Phase = { name: string; people: number; concurrency: number; seconds: number };

/**
 * A crowd that is told about while it comes and that ends after so many seconds whatever happens: who is not done by
 * then is an error like any other, and who has not begun does not begin.
 */
export async function crowdWithin<Value>(
  { name, people, concurrency, seconds }: Phase,
  visit: (person: number) => Promise<Value>,
): Promise<Crowd<Value>> {
  const values: Value[] = [];
  const errors: string[] = [];
  let started = 0;
  let isOver = false;
  const from = performance.now();
  const one = async (person: number) => {
    if (isOver) return;
    started += 1;
    try {
      const value = await visit(person);
      if (!isOver) values.push(value);
    } catch (error) {
      if (!isOver) errors.push(error instanceof Error ? error.message : String(error));
    }
  };
  const tell = () => {
    const underWay = isOver ? 0 : started - values.length - errors.length;
    tellProgress(
      `${name}: ${values.length} of ${people} done, ${errors.length} failed, ${underWay} under way`,
    );
  };
  const timer = setInterval(tell, EVERY_MS);
  try {
    await withinSeconds({ name, seconds }, () => crowd({ people, concurrency }, one));
  } catch {
    const begunInTime = started - values.length - errors.length;
    errors.push(...Array<string>(begunInTime).fill(`${name}: not done after ${seconds} s`));
    errors.push(...Array<string>(people - started).fill(`${name}: not begun within ${seconds} s`));
  }
  isOver = true;
  clearInterval(timer);
  tell();
  return { seconds: (performance.now() - from) / 1000, values, errors };
}
