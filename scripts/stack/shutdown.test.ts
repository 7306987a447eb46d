import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

/** A program of its own with these stops, interrupted once it says that it is ready; what it printed, and its exit code. */
async function interrupted(stops: string) {
  const shutdown = new URL("./shutdown.mjs", import.meta.url).href;
  const text = `
    import { createShutdown } from ${JSON.stringify(shutdown)};
    const { onStop } = createShutdown();
    const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
    const told = (what) => async () => { await soon(); console.log(what); };
    ${stops}
    setInterval(() => undefined, 1_000);
    console.log("ready");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", text]);
  let output = "";
  child.stdout.on("data", (part: Buffer) => {
    const isReady = output.includes("ready");
    output += part.toString();
    if (!isReady && output.includes("ready")) child.kill("SIGINT");
  });
  const [code] = await once(child, "close");
  const ended = output.split("\n").filter((line) => /^\w+$/.test(line) && line !== "ready");
  return { code, ended };
}

it("ends what was started, last first, and leaves as an interrupted command does", async () => {
  expect(await interrupted("onStop(told('first')); onStop(told('second'));")).toEqual({
    ...{ code: 130, ended: ["second", "first"] },
  });
});

it("goes on when one can't be ended", async () => {
  const stops = "onStop(told('first')); onStop(() => { throw new Error('gone'); });";
  expect((await interrupted(stops)).ended).toEqual(["first"]);
});

it("ends what is started while it ends, before it leaves", async () => {
  const stops = `
    onStop(told('first'));
    onStop(told('second'));
    process.once('SIGINT', () => setImmediate(() => onStop(told('late'))));`;
  const { ended } = await interrupted(stops);
  expect(ended.toSorted()).toEqual(["first", "late", "second"]);
});
