import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runQuietly } from "./quiet.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quiet-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string) =>
  runQuietly({
    ...{ what: "the test", log: join(folder, "run.log") },
    ...{ command: process.execPath, args: ["-e", program] },
  });

it("keeps what a program says in a file", async () => {
  await run("console.log('out'); console.error('err')");
  expect(readFileSync(join(folder, "run.log"), "utf8")).toBe("out\nerr\n");
});

it("shows the end of it, and where the rest is, when it fails", async () => {
  const failed = run("for (let line = 1; line <= 200; line += 1) console.log('line', line); process.exit(3)");
  const said = /^the test failed; the end of .*run[.]log:\n\nline 141\n(?:line 1[4-9]\d\n)+line 200$/;
  await expect(failed).rejects.toThrow(said);
});
