import { bundlePrograms } from "../bundle.mjs";
import { StackFailure, stopOnFailure } from "../failure.mjs";
import { dataFolder } from "../folders.mjs";
import { stackHolder } from "../lock.mjs";
import { say } from "../say.mjs";
import { rememberedEnvironment } from "../secrets.mjs";
import { createShutdown } from "../shutdown.mjs";
import { provideDatabase, runProgram } from "../stack.mjs";

/** Throws the demo's data away and seeds it anew, relative to today. */
export async function run() {
  const data = dataFolder();
  if (process.env.PLENUM_ORIGIN)
    throw new StackFailure("PLENUM_ORIGIN is set: this database belongs to real people.");
  const shutdown = createShutdown();
  try {
    await bundlePrograms();
    // The database of a running stack stays: whoever started it ends it.
    const onStop = stackHolder(data) === undefined ? shutdown.onStop : () => undefined;
    const last = rememberedEnvironment(data);
    if (last === undefined) throw new StackFailure("there is no demo yet: npm start makes one.");
    const given = process.env.DATABASE_URL ? { DATABASE_URL: process.env.DATABASE_URL } : {};
    const env = {
      ...process.env,
      ...last,
      DATABASE_URL: undefined,
      ...given,
      NODE_ENV: "production",
      PLENUM_DATA: data,
    };
    const DATABASE_URL = await provideDatabase({ data, env, onStop });
    await runProgram("migrate", [], { ...env, DATABASE_URL });
    await runProgram("seed", ["reset"], { ...env, DATABASE_URL });
    say("the demo starts anew");
    await shutdown.end();
  } catch (error) {
    await shutdown.end();
    stopOnFailure(error);
  }
}
