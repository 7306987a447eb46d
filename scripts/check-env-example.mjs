// `.env.example` says what lib/env.ts reads. Run: node scripts/check-env-example.mjs
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = process.cwd();
const program = join(root, ".build", "check-env-example.mjs");

if (!existsSync(".env.example")) {
  console.error("✗ .env.example does not exist; `npm run build` writes it");
  process.exit(1);
}

// The environment is described in TypeScript with the project's import alias, which plain Node cannot load.
await build({
  stdin: { contents: 'export { isExampleFresh } from "./scripts/env-example";', resolveDir: root },
  outfile: program,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  alias: { "server-only": "./scripts/stack/empty.mjs" },
  logLevel: "warning",
});
const { isExampleFresh } = await import(pathToFileURL(program).href);

if (isExampleFresh()) console.log("✔ .env.example is what lib/env.ts describes");
else {
  console.error("✗ .env.example is stale; `npm run build` writes it anew");
  process.exitCode = 1;
}
