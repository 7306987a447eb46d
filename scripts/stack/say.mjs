const begun = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** One line of progress, with the time since the command began. */
export function say(text) {
  console.log(`[plenum ${seconds(begun).padStart(7)}] ${text}`);
}

/** Runs one step and says what it did and how long it took; a long step is heard of every 15 seconds. */
export async function step(what, work) {
  const since = Date.now();
  const still = setInterval(() => say(`${what}: still at it after ${seconds(since)}`), 15_000);
  try {
    const result = await work();
    say(`${what}: done in ${seconds(since)}`);
    return result;
  } catch (error) {
    say(`${what}: failed after ${seconds(since)}`);
    throw error;
  } finally {
    clearInterval(still);
  }
}
