import { expect, test } from "vitest";
import { inLanes } from "./in-lanes";

test("every item is worked on once, never more than eight at a time, and values keep the order", async () => {
  let [now, most] = [0, 0];
  const items = Array.from({ length: 30 }, (_, n) => n);
  const values = await inLanes(items, async (n) => {
    most = Math.max(most, ++now);
    await new Promise((next) => setImmediate(next));
    now -= 1;
    return n * 2;
  });
  expect(values).toEqual(items.map((n) => n * 2));
  expect(most).toBe(8);
});

test("nothing to do is done at once, and a failure is the caller's", async () => {
  expect(await inLanes([], async () => 1)).toEqual([]);
  await expect(inLanes([1, 2], async () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});
