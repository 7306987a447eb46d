import { expect, test } from "vitest";
import { inBatches } from "./in-batches";

/** Work that ends when the test says so. */
function held() {
  const runs: { items: number[]; end: () => void; fail: () => void }[] = [];
  const add = inBatches<number>(
    (items) =>
      new Promise((end, fail) => {
        runs.push({ items, end, fail: () => fail(new Error("broken")) });
      }),
  );
  const settle = () => new Promise<void>((next) => setImmediate(next));
  return { runs, add, settle };
}

test("what comes during a run is done together in the next one, and each caller waits for its own", async () => {
  const { runs, add, settle } = held();
  const first = add(1);
  await settle();
  const rest = [add(2), add(3)];
  await settle();
  expect(runs.map(({ items }) => items)).toEqual([[1]]);
  runs[0]?.end();
  await first;
  await settle();
  expect(runs.map(({ items }) => items)).toEqual([[1], [2, 3]]);
  runs[1]?.end();
  await Promise.all(rest);
});

test("a run that fails fails for its own callers only", async () => {
  const { runs, add, settle } = held();
  const first = add(1);
  await settle();
  const second = add(2);
  runs[0]?.fail();
  await expect(first).rejects.toThrow("broken");
  await settle();
  runs[1]?.end();
  await second;
});
