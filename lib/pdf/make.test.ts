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

test("takes eight at once and turns the ninth away, and takes more when they are done", async () => {
  const all = await Promise.all(Array.from({ length: 9 }, () => makePdf(paper, draws)));
  const texts = all.map((bytes) => bytes && new TextDecoder().decode(bytes));
  expect(texts).toEqual([...Array.from({ length: 8 }, () => "Namensschilder"), undefined]);
  expect(await makePdf(paper, draws)).toBeDefined();
});

test("one that fails is told to whoever asked for it, and keeps no other from being drawn", async () => {
  const [bad, good] = await Promise.allSettled([makePdf(paper, fails), makePdf(paper, draws)]);
  expect(bad).toMatchObject({ status: "rejected", reason: { message: "no ink" } });
  expect(good).toMatchObject({ status: "fulfilled", value: expect.any(Uint8Array) });
});
