import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { makePdf } from "./make";
import type { AnyPaper } from "./papers";

const paper: AnyPaper = {
  ...{ kind: "badges", language: "de", title: "Namensschilder", colour: "#005d86" },
  ...{ event: "Forum", network: "Netz", badges: [] },
};

let draws: string;
let fails: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "pdf-"));
  draws = join(folder, "draws.mjs");
  fails = join(folder, "fails.mjs");
  await writeFile(
    draws,
    `import { parentPort, workerData } from "node:worker_threads";
     parentPort.postMessage(new TextEncoder().encode(workerData.title));`,
  );
  await writeFile(fails, `throw new Error("no ink");`);
});

const make = (thread: string, owner = "net") => makePdf(paper, { owner, thread });

test("takes eight of a network at once and turns the ninth away, and takes more when they are done", async () => {
  const all = await Promise.all(Array.from({ length: 9 }, () => make(draws)));
  const texts = all.map((bytes) => bytes && new TextDecoder().decode(bytes));
  expect(texts).toEqual([...Array.from({ length: 8 }, () => "Namensschilder"), undefined]);
  expect(await make(draws)).toBeDefined();
});

test("one that fails is told to whoever asked for it, and keeps no other from being drawn", async () => {
  const [bad, good] = await Promise.allSettled([make(fails), make(draws)]);
  expect(bad).toMatchObject({ status: "rejected", reason: { message: "no ink" } });
  expect(good).toMatchObject({ status: "fulfilled", value: expect.any(Uint8Array) });
});

test("another network's document waits for one of those that were asked for before, not for all", async () => {
  const done: string[] = [];
  const asked = ["a1", "a2", "a3", "b1"].map(async (name) => {
    await make(draws, name.slice(0, 1));
    done.push(name);
  });
  await Promise.all(asked);
  expect(done).toEqual(["a1", "b1", "a2", "a3"]);
});
