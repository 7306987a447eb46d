import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildFolder, root } from "./folders.mjs";

/** Programs that run outside Next. Each is a few lines around one exported function of the product. */
const programs = {
  serve: { needs: "scripts/serve/main.ts", source: 'import "./scripts/serve/main";' },
  "check-env": {
    needs: "lib/env.ts",
    source: `import { parseEnv } from "@/lib/env";
      try { parseEnv(process.env); } catch (error) { console.error(error.message); process.exit(1); }`,
  },
  migrate: {
    needs: "db/migrate.ts",
    source: `import { migrateDatabase } from "@/db/migrate";
      await migrateDatabase(process.env.DATABASE_URL);
      process.exit(0);`,
  },
  prepare: {
    needs: "db/seed/cli.ts",
    source: `import { migrateDatabase } from "@/db/migrate";
      import { main } from "@/db/seed/cli";
      await migrateDatabase(process.env.DATABASE_URL);
      await main(["seed"]);
      await main(["shift"]);
      process.exit(0);`,
  },
  seed: {
    needs: "db/seed/cli.ts",
    source: `import { main } from "@/db/seed/cli";
      await main(process.argv.slice(2));
      process.exit(0);`,
  },
  erasures: {
    needs: "jobs/erasures.ts",
    source: `import { main } from "./jobs/erasures";
      await main(process.argv.slice(2));
      process.exit(0);`,
  },
  network: {
    needs: "jobs/network.ts",
    source: `import { main } from "./jobs/network";
      await main(process.argv.slice(2));
      process.exit();`,
  },
  worker: {
    needs: "jobs/main.ts",
    // The launcher holds a channel to its children: when it is killed, they notice and leave by themselves.
    source: `process.on("disconnect", () => process.kill(process.pid, "SIGTERM")); import "./jobs/main";`,
  },
  pdf: { needs: "lib/pdf/thread.ts", source: 'import "./lib/pdf/thread";' },
  // A thread of the worker, and of the bench that measures it.
  planner: {
    needs: "domain/matchmaking/internal/planner/thread.ts",
    source: 'import "./domain/matchmaking/internal/planner/thread";',
  },
  "calendar-reader": {
    needs: "lib/ics/reading/program.ts",
    source: 'import { main } from "./lib/ics/reading/program"; main();',
  },
  "ics-read": {
    needs: "lib/ics/reading/command.ts",
    source: `import { main } from "./lib/ics/reading/command";
      process.exitCode = await main(process.argv.slice(2));`,
  },
  "cache-handler": {
    needs: "scripts/cache-handler.ts",
    source: 'export { PageCache as default } from "./scripts/cache-handler";',
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22",
  packages: "external",
  jsx: "automatic",
  sourcemap: "inline",
  sourcesContent: false,
  logLevel: "warning",
  // In plain Node `server-only` throws, and under the react-server condition mails could not be rendered.
  alias: { "server-only": "./scripts/stack/empty.mjs" },
};

/** Bundles the programs whose sources exist and returns their names. Takes a fraction of a second. */
export async function bundlePrograms() {
  const { build, stop } = await import("esbuild");
  const present = Object.entries(programs).filter(([, { needs }]) => existsSync(join(root, needs)));
  await Promise.all(
    present.map(([name, { source }]) =>
      build({
        ...common,
        stdin: { contents: source, resolveDir: root, sourcefile: `${name}.ts`, loader: "ts" },
        outfile: join(buildFolder, `${name}.mjs`),
      }),
    ),
  );
  await stop();
  return present.map(([name]) => name);
}

/** Bundles one TypeScript program of the clone, such as a bench, and returns the path of the result. */
export async function bundleProgram(entry, name) {
  const { build, stop } = await import("esbuild");
  const outfile = join(buildFolder, `${name}.mjs`);
  await build({ ...common, entryPoints: [entry], outfile });
  await stop();
  return outfile;
}

export const programPath = (name) => join(buildFolder, `${name}.mjs`);
