import { existsSync } from "node:fs";
import { join } from "node:path";
import { copyBoardFonts } from "./board-fonts.mjs";
import { bundlePrograms } from "./bundle.mjs";
import { buildFolder, root } from "./folders.mjs";
import { oneAtATime } from "./lock.mjs";
import { runQuietly } from "./quiet.mjs";
import { step } from "./say.mjs";
import { hashOf, stamp } from "./stamp.mjs";
import { copyVision } from "./vision.mjs";

/** What the result of `next build` depends on. */
const SOURCES = [
  ...["app", "actions", "auth", "components", "domain", "db", "lib", "messages", "public", "realtime"],
  ...[
    "scripts/cache-handler.ts",
    "scripts/cache",
    "next.config.ts",
    "instrumentation.ts",
    "postcss.config.mjs",
  ],
  ...["tsconfig.json", "package-lock.json"],
];

const isProduct = (file) => !/[.]test[.]tsx?$|[/\\](testing|migrations|seed)[/\\]/.test(file);

const next = join(root, "node_modules", "next", "dist", "bin", "next");

/** A build must need no database, no room server and no secret; without them it cannot come to need one unseen. */
function buildEnvironment() {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of Object.keys(env)) {
    if (/^(DATABASE_URL|AUTH_SECRET|SMTP_URL|PLENUM_ORIGIN|LIVEKIT_\w+)$/.test(name)) delete env[name];
  }
  return env;
}

/** Bundles the programs, and builds the app when its sources changed. Two commands at once take turns. */
export function buildAll() {
  return oneAtATime(join(buildFolder, "building.json"), async () => {
    await bundlePrograms();
    copyVision();
    copyBoardFonts();
    const done = stamp(join(buildFolder, "next.stamp"), hashOf({ paths: SOURCES, matters: isProduct }));
    if (done.fresh() && existsSync(join(root, ".next", "BUILD_ID"))) return;
    await step("production build", async () => {
      await runQuietly({
        what: "the production build",
        log: join(buildFolder, "next-build.log"),
        command: process.execPath,
        args: [next, "build"],
        options: { cwd: root, env: buildEnvironment() },
      });
    });
    done.save();
  });
}
