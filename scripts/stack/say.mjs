import { AsyncLocalStorage } from "node:async_hooks";
import { Interrupted } from "./failure.mjs";

const begun = Date.now();
const outer = new AsyncLocalStorage();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** One line of progress, with the time since the command began. */
export function say(text) {
  console.log(`[plenum ${seconds(begun).padStart(7)}] ${text}`);
}

/**
 * Runs one step and says what it did and how long it took; a long step is heard of every 15 seconds, unless a step
 * inside of it speaks. The work may note how far it is, which is then said too.
 */
export async function step(what, work, every = 15_000) {
  const since = Date.now();
  const [around, own] = [outer.getStore(), { inner: 0 }];
  if (around) around.inner += 1;
  let far = "";
  const note = (text) => {
    far = `, ${text}`;
  };
  const tell = () => {
    if (own.inner === 0) say(`${what}: still at it after ${seconds(since)}${far}`);
  };
  const still = setInterval(tell, every);
  try {
    const result = await outer.run(own, work, note);
    say(`${what}: done in ${seconds(since)}`);
    return result;
  } catch (error) {
    say(`${what}: ${error instanceof Interrupted ? "interrupted" : "failed"} after ${seconds(since)}`);
    throw error;
  } finally {
    clearInterval(still);
    if (around) around.inner -= 1;
  }
}
