import { resolve } from "node:path";
import { bundlePrograms } from "../bundle.mjs";
import { StackFailure, stopOnFailure } from "../failure.mjs";
import { dataFolder } from "../folders.mjs";
import { stackHolder } from "../lock.mjs";
import { rememberedEnvironment } from "../secrets.mjs";
import { createShutdown } from "../shutdown.mjs";
import { provideDatabase, runProgram } from "../stack.mjs";

/** Keeps the log of erasures beside the backups, or takes it back in after one was restored. */
export async function run({ args }) {
  const [what, file] = args;
  if (file === undefined || (what !== "export" && what !== "apply"))
    throw new StackFailure("Say what: npm run erasures export <file>, or npm run erasures apply <file>.");
  const data = dataFolder();
  const shutdown = createShutdown();
  try {
    await bundlePrograms();
    // The database of a running stack stays: whoever started it ends it.
    const onStop = stackHolder(data) === undefined ? shutdown.onStop : () => undefined;
    const env = { ...rememberedEnvironment(data), ...process.env, NODE_ENV: "production", PLENUM_DATA: data };
    const DATABASE_URL = await provideDatabase({ data, env, onStop });
    await runProgram("migrate", [], { ...env, DATABASE_URL });
    await runProgram("erasures", [what, resolve(file)], { ...env, DATABASE_URL });
    await shutdown.end();
  } catch (error) {
    await shutdown.end();
    stopOnFailure(error);
  }
}
