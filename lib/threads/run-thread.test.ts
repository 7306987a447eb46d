import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runThread } from "./run-thread";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "threads-"));
});

async function program(name: string, body: string): Promise<string> {
  const path = join(folder, `${name}.mjs`);
  await writeFile(path, `import { parentPort, workerData } from "node:worker_threads";\n${body}`);
  return path;
}

type Message = { step: number } | { answer: string };
const answerIn = (message: Message) => ("answer" in message ? message.answer : undefined);
const run = async (name: string, body: string, limits: { milliseconds?: number; megabytes?: number } = {}) =>
  runThread({
    program: await program(name, body),
    data: "hello",
    megabytes: limits.megabytes ?? 64,
    ...(limits.milliseconds === undefined ? {} : { milliseconds: limits.milliseconds }),
    isSilent: true,
    answerIn,
  });

describe("a program in a thread of its own", () => {
  it("gives its answer, past what it only tells on the way", async () => {
    const told = `parentPort.postMessage({ step: 1 }); parentPort.postMessage({ answer: workerData });`;
    expect(await run("tells", told)).toBe("hello");
  });

  it("is over when its time is, also in the middle of its work", async () => {
    expect(await run("spins", "for (;;);", { milliseconds: 100 })).toBeUndefined();
  });

  it("leaves nothing running behind its answer", async () => {
    const shared = new Int32Array(new SharedArrayBuffer(4));
    const lives = await program(
      "lives",
      `setInterval(() => Atomics.add(workerData, 0, 1), 1); parentPort.postMessage({ answer: "there" });`,
    );
    expect(await runThread({ program: lives, data: shared, megabytes: 64, answerIn })).toBe("there");
    const beats = Atomics.load(shared, 0);
    Atomics.wait(shared, 0, beats, 50);
    expect(Atomics.load(shared, 0)).toBe(beats);
  });

  it.each([
    ["throws", `throw new Error("no ink");`, "no ink"],
    ["ends", "process.exit(3);", "a thread ended with 3 and without an answer"],
  ])("one that %s is told to whoever waits for it", async (name, body, said) => {
    await expect(run(name, body)).rejects.toThrow(said);
  });

  it("one that wants more memory than it may have fails, and this process goes on", async () => {
    const greedy = "const all = []; for (;;) all.push(new Array(100_000).fill(Math.random()));";
    await expect(run("greedy", greedy, { megabytes: 16 })).rejects.toThrow(/memory/);
  });
});
