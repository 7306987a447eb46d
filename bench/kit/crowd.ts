export type Crowd<Value> = { seconds: number; values: Value[]; errors: string[] };

/** `people` visits, `concurrency` of them at any time. An error of one ends nobody else's visit; it is counted. */
export async function crowd<Value>(
  { people, concurrency }: { people: number; concurrency: number },
  visit: (person: number) => Promise<Value>,
): Promise<Crowd<Value>> {
  const values: Value[] = [];
  const errors: string[] = [];
  let next = 0;
  const started = performance.now();
  const lane = async () => {
    while (next < people) {
      const person = next++;
      try {
        values.push(await visit(person));
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(people, concurrency) }, lane));
  return { seconds: (performance.now() - started) / 1000, values, errors };
}

/** What `work` gave, and the milliseconds it took. */
export async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
}

/** The same message many times is one line with a number. */
export function tally(messages: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const message of messages) counts[message] = (counts[message] ?? 0) + 1;
  return counts;
}

/** Lanes that each begin their next visit as soon as one is done, until the time is up. */
export async function steadily<Value>(
  { concurrency, seconds }: { concurrency: number; seconds: number },
  visit: (lane: number) => Promise<Value>,
): Promise<Crowd<Value>> {
  const values: Value[] = [];
  const errors: string[] = [];
  const started = performance.now();
  const isOver = () => performance.now() - started >= seconds * 1000;
  const walk = async (lane: number) => {
    while (!isOver()) {
      try {
        values.push(await visit(lane));
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, lane) => walk(lane)));
  return { seconds: (performance.now() - started) / 1000, values, errors };
}
