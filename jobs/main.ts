import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { startWorker } from "./worker";

const LONGEST_STOP_MS = 10_000;
const RETRY_MS = 2_000;

type Worker = Awaited<ReturnType<typeof startWorker>>;

/** A database that is away at the start comes back: the worker waits for it instead of ending. */
async function startWhenPossible(): Promise<Worker> {
  for (;;) {
    try {
      return await startWorker();
    } catch (error) {
      logger.warn({ error }, "worker cannot start yet");
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

env();
const starting = startWhenPossible();
starting.then(() => logger.info("worker runs"));

let stopping = false;
const stop = async (signal: string) => {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, "worker stops");
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
  await (await starting).stop();
  process.exit(0);
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("unhandledRejection", (error) => logger.error({ error }, "unhandled rejection"));
