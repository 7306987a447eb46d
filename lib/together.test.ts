import { expect, it } from "vitest";
import { together } from "./together";

it("gives every answer in its place, whichever came first", async () => {
  const late = Promise.resolve("a").then((word) => Promise.resolve(word));
  expect(await together([late, Promise.resolve(2)])).toEqual(["a", 2]);
});

it("throws the first failure in the order of sending, and waits for all", async () => {
  let isAnswered = false;
  // Known later than the one behind it, as where the work around it has more steps.
  const cause = Promise.resolve().then(async () => {
    await Promise.resolve();
    throw new Error("deadlock");
  });
  const behind = Promise.reject(new Error("the transaction has failed"));
  const last = new Promise<void>((answered) => {
    setImmediate(() => {
      isAnswered = true;
      answered();
    });
  });
  await expect(together([cause, behind, last])).rejects.toThrow("deadlock");
  expect(isAnswered).toBe(true);
});
