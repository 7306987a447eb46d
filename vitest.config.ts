import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { cacheFolder } from "./scripts/stack/folders.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Where things lie that are fetched once for every clone. */
    cacheFolder: string;
  }
}

const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = {
  alias: {
    "@": root.replace(/\/$/, ""),
    // In plain Node the package throws; the empty file is what a server build gets.
    "server-only": `${root}node_modules/server-only/empty.js`,
  },
};

/** Whatever reads or writes rows gets a real Postgres; everything else runs without any I/O. */
const database = [
  "domain/kernel/*.test.ts",
  "domain/*/{queries,queries/*,commands/*}.test.ts",
  // Planner, suggestions and the counting of talks are functions of values; the planner has a thread of its own instead of rows.
  "domain/*/internal/!(planner|suggestions|talk-report)/**/*.test.ts",
  "domain/*/internal/!(planner-*).test.ts",
  "{app,actions,auth,jobs,db}/**/*.test.ts",
  "lib/{mail,postgres}/**/*.test.ts",
  "scripts/cache/listen.test.ts",
  "scripts/stack/worker-killed.test.ts",
  "lib/storage/store.test.ts",
  // Needs the real livekit-server that LIVEKIT_URL names.
  "**/*.contract.test.ts",
  "realtime/{publish,hub,stream}.test.ts",
];
const never = ["node_modules/**", "bench/**", ".next/**", ".build/**", ".data/**"];

/**
 * Files that replace a module, such as a lock by nothing, need a process of their own. All others share a few: loading the
 * same modules for each of them anew was most of the time.
 */
const isMocking = (file: string) => /\bvi\.(?:mock|doMock|resetModules)\(/.test(readFileSync(file, "utf8"));
const mocking = globSync(database, { cwd: root, exclude: never }).filter((file) =>
  isMocking(`${root}${file}`),
);

/** Tests on a database of their own. */
const withDatabase = {
  env: { TZ: "Asia/Kathmandu" },
  globalSetup: ["db/testing/global-setup.ts"],
  provide: { cacheFolder: cacheFolder() },
  setupFiles: ["db/testing/setup.ts"],
  testTimeout: 20_000,
  hookTimeout: 20_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          // Pure files share a process: most of the time went into loading the same modules for each of them again.
          isolate: false,
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...never, ...database],
          // A forgotten time zone fails here instead of in production.
          env: { TZ: "Asia/Kathmandu" },
        },
      },
      {
        resolve,
        test: {
          ...withDatabase,
          name: "database",
          include: database,
          exclude: [...never, ...mocking],
          isolate: false,
        },
      },
      {
        resolve,
        test: { ...withDatabase, name: "mocked", include: mocking, exclude: never },
      },
    ],
  },
});
