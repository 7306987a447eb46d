import { bundlePrograms } from "./bundle.mjs";
import { stopOnFailure } from "./failure.mjs";
import { dataFolder } from "./folders.mjs";
import { stackHolder } from "./lock.mjs";
import { rememberedEnvironment } from "./secrets.mjs";
import { createShutdown } from "./shutdown.mjs";
import { provideDatabase, runProgram } from "./stack.mjs";

/** Runs one program that needs the migrated database and nothing else, whether a stack runs or not. */
export async function runBesideDatabase(program, args) {
  const data = dataFolder();
  const shutdown = createShutdown();
  try {
    await bundlePrograms();
    // The database of a running stack stays: whoever started it ends it.
    const onStop = stackHolder(data) === undefined ? shutdown.onStop : () => undefined;
    const env = { ...rememberedEnvironment(data), ...process.env, NODE_ENV: "production", PLENUM_DATA: data };
    const DATABASE_URL = await provideDatabase({ data, env, onStop });
    await runProgram("migrate", [], { ...env, DATABASE_URL });
    await runProgram(program, args, { ...env, DATABASE_URL });
    await shutdown.end();
  } catch (error) {
    await shutdown.end();
    stopOnFailure(error);
  }
}
