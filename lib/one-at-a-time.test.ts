import { expect, it } from "vitest";
import { oneAtATime } from "./one-at-a-time";

/** Work whose runs end when the test says so. */
function held() {
  const runs: PromiseWithResolvers<void>[] = [];
  const call = oneAtATime(() => {
    const run = Promise.withResolvers<void>();
    runs.push(run);
    return run.promise;
  });
  return { runs, call };
}

it("makes one more run of however many calls come meanwhile", async () => {
  const { runs, call } = held();
  const first = call();
  await Promise.all([call(), call(), call()]);
  expect(runs).toHaveLength(1);
  runs[0]?.resolve();
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.resolve();
  await first;
  expect(runs).toHaveLength(2);
});

it("runs again after one that failed", async () => {
  const { runs, call } = held();
  const first = call();
  runs[0]?.reject(new Error("away"));
  await expect(first).rejects.toThrow("away");
  const second = call();
  expect(runs).toHaveLength(2);
  runs[1]?.resolve();
  await second;
});

it("does what was asked for while one failed", async () => {
  const { runs, call } = held();
  const first = call();
  await call();
  runs[0]?.reject(new Error("away"));
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.resolve();
  await expect(first).rejects.toThrow("away");
});
