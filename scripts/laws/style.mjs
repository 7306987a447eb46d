import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const biome = require.resolve("@biomejs/biome/bin/biome");
const { linter } = JSON.parse(readFileSync(new URL("../../biome.json", import.meta.url), "utf8"));

const namedRules = Object.entries(linter.rules)
  .filter(([group]) => group !== "preset")
  .flatMap(([, rules]) => Object.keys(rules));

/** The Biome rules this project names itself (the recommended set is Biome's own affair), layout and import order. */
export const styleLaws = [...namedRules, "format", "organizeImports"];

/** Breaches found by `biome ci` in the folder `root` as `{ law, where }`. */
export async function styleBreaches(root) {
  const output = await run(["ci", "--reporter=json", "--colors=off", "--max-diagnostics=none", "."], root);
  return JSON.parse(output).diagnostics.map((diagnostic) => ({
    law: diagnostic.category.split("/").at(-1),
    where: diagnostic.location?.path?.file ?? diagnostic.location?.path ?? "?",
  }));
}

const run = (args, cwd) =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [biome, ...args], { cwd, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      // Biome exits with 1 when it has something to say; only silence is a failure of the tool.
      if (stdout.trim() === "") reject(error ?? new Error(stderr));
      else resolve(stdout.slice(stdout.indexOf("{")));
    });
  });
