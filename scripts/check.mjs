// Every check that needs no database and no browser. Run: npm run check [part of a check's name]
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

if (!existsSync("node_modules")) {
  console.error("The packages are not installed yet: run `npm ci` (or `npm start`, which does it) first.");
  process.exit(1);
}

const require = createRequire(import.meta.url);
const biome = require.resolve("@biomejs/biome/bin/biome");
const tsc = require.resolve("typescript/bin/tsc");
const colors = process.stdout.isTTY ? [] : ["--colors=off"];

/**
 * `subject` names what a check is about: while neither the subject nor the script exists there is nothing to check,
 * but a subject without its check is a failure.
 */
const checks = [
  { name: "format and lint", run: [biome, "ci", "--error-on-warnings", "--max-diagnostics=100", ...colors] },
  { name: "types", run: [tsc, "--noEmit", "-p", "."] },
  { name: "imports", run: ["scripts/check-imports.mjs"] },
  { name: "structure, lock file, sizes", run: ["scripts/check-structure.mjs"] },
  { name: "every law has been seen to fail", run: ["scripts/prove-laws.mjs"] },
  { name: "message catalog", run: ["scripts/check-catalog.mjs"], subject: "messages" },
  { name: "environment example", run: ["scripts/env-example.mjs", "--check"] },
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const exitCodeOf = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: "inherit" });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });

async function perform({ name, run, subject }) {
  const script = run[0];
  if (!existsSync(script)) {
    if (!existsSync(subject)) return undefined;
    return { name, ok: false, note: `${script} does not exist, but ${subject} does` };
  }
  console.log(`\n── ${name}`);
  const start = performance.now();
  const code = await exitCodeOf(run);
  return { name, ok: code === 0, note: seconds(start) };
}

const wanted = process.argv[2] ?? "";
const results = [];
for (const check of checks.filter(({ name }) => name.includes(wanted))) {
  const result = await perform(check);
  if (result !== undefined) results.push(result);
}

console.log("\n── summary");
for (const { name, ok, note } of results) console.log(`${ok ? "✔" : "✗"} ${name} (${note})`);
const failed = results.filter(({ ok }) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
if (failed > 0 || results.length === 0) process.exitCode = 1;
