import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runInBrowsers } from "../browser-run.mjs";
import { buildAll } from "../build.mjs";
import { cleanEnvironment } from "../clean-environment.mjs";
import { stopOnFailure } from "../failure.mjs";
import { dataFolder } from "../folders.mjs";
import { say } from "../say.mjs";
import { createShutdown } from "../shutdown.mjs";

/**
 * Takes a picture of every surface, wide and on a phone, in both languages, for people to look at, and says what axe
 * finds. Words after the command choose surfaces by their names; `--into=FOLDER` says where the pictures go.
 */
export async function run({ args }) {
  const into = args.find((one) => one.startsWith("--into="))?.slice("--into=".length);
  const wanted = args.filter((one) => !one.startsWith("--into="));
  const pictures = into === undefined ? join(dataFolder(), "pictures") : resolve(into);
  const data = mkdtempSync(join(tmpdir(), "plenum-pictures-"));
  const shutdown = createShutdown();
  shutdown.onStop(async () => rmSync(data, { recursive: true, force: true }));
  mkdirSync(pictures, { recursive: true });
  try {
    await buildAll();
    const env = { ...cleanEnvironment(), PLENUM_PICTURES: pictures, PLENUM_PICTURES_OF: wanted.join(",") };
    const { failed } = await runInBrowsers({ env, data, shutdown, projects: ["pictures"], filters: [] });
    await shutdown.end();
    say(`pictures: ${pictures}`);
    process.exit(failed > 0 ? 1 : 0);
  } catch (error) {
    await shutdown.end();
    stopOnFailure(error);
  }
}
