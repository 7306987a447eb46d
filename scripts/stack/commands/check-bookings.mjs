import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBookings } from "../bookings.mjs";
import { buildAll } from "../build.mjs";
import { cleanEnvironment } from "../clean-environment.mjs";
import { stopOnFailure } from "../failure.mjs";
import { createShutdown } from "../shutdown.mjs";

/** `npm run check:bookings -- --seconds 60 --clients 60 --seed N`; the last line is the total. */
export async function run({ args }) {
  const shutdown = createShutdown();
  const data = mkdtempSync(join(tmpdir(), "plenum-check-"));
  shutdown.onStop(async () => rmSync(data, { recursive: true, force: true }));
  try {
    await buildAll();
    const code = await checkBookings({ args, env: cleanEnvironment(), data, shutdown });
    await shutdown.end();
    process.exit(code);
  } catch (error) {
    await shutdown.end();
    stopOnFailure(error);
  }
}
