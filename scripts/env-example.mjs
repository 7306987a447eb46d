// Writes `.env.example` from the variables in lib/env.ts; with --check it only says whether the file is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { bundleProgram } from "./stack/bundle.mjs";

const FILE = ".env.example";
const { envExample } = await import(
  pathToFileURL(await bundleProgram("scripts/environment-text.ts", "env-example"))
);

if (!process.argv.includes("--check")) {
  writeFileSync(FILE, envExample());
} else if (readFileSync(FILE, "utf8") !== envExample()) {
  console.error(`${FILE} is stale: run node scripts/env-example.mjs`);
  process.exit(1);
}
