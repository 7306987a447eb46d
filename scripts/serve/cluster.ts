import cluster, { type Worker } from "node:cluster";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";

const GRACE_MILLISECONDS = 3_000;
const YOUNG_MILLISECONDS = 5_000;
const MOST_EARLY_ENDS = 5;

/** Runs the app in several processes behind one port, and a new one for each that crashes. */
export function serveCluster(): void {
  const { PLENUM_PROCESSES } = env();
  let isLeaving = false;
  let earlyEnds = 0;

  const start = () => {
    const born = Date.now();
    const worker = cluster.fork();
    worker.once("exit", (code, signal) => {
      if (isLeaving) return;
      logger.error({ code, signal, process: worker.process.pid }, "an app process ended; starting another");
      earlyEnds = Date.now() - born < YOUNG_MILLISECONDS ? earlyEnds + 1 : 0;
      // A process that never comes up will not come up the sixth time either.
      if (earlyEnds > MOST_EARLY_ENDS) process.exit(1);
      start();
    });
  };

  const living = () =>
    Object.values(cluster.workers ?? {}).filter((worker): worker is Worker => worker !== undefined);

  const leave = async () => {
    if (isLeaving) return;
    isLeaving = true;
    const gone = living().map((worker) => new Promise((resolve) => worker.once("exit", resolve)));
    for (const worker of living()) worker.kill("SIGTERM");
    const late = new Promise((resolve) => setTimeout(resolve, GRACE_MILLISECONDS));
    await Promise.race([Promise.all(gone), late]);
    for (const worker of living()) worker.process.kill("SIGKILL");
    process.exit(0);
  };

  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, leave);
  process.once("disconnect", leave);
  for (let left = PLENUM_PROCESSES; left > 0; left -= 1) start();
}
