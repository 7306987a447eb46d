import { Worker } from "node:worker_threads";
import type { PlanProblem } from "./planner/model";
import type { Progress } from "./planner/planning";
import type { Message, Order } from "./planner/thread";

type Outcome = Extract<Message, { type: "result" }>["outcome"];

export type PlanRun = {
  /** The best plan when time was up, it was proven best, or `stop` was called. */
  outcome: Promise<Outcome>;
  stop: () => void;
};

export type PlanRunOptions = Order["options"] & {
  /** The bundled `planner/thread.ts`: `planner.mjs` beside the program that runs. */
  program: URL;
  onProgress: (progress: Progress) => void;
};

const MOST_MEGABYTES = 1024;

/** Plans in a thread of its own, so that whoever asks stays free for everything else. */
export function startPlan(
  problem: PlanProblem,
  { program, onProgress, ...options }: PlanRunOptions,
): PlanRun {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const orderedAt = performance.timeOrigin + performance.now();
  const workerData: Order = { problem, options, orderedAt, stop };
  const worker = new Worker(program, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  const outcome = new Promise<Outcome>((resolve, reject) => {
    worker.on("message", (message: Message) => {
      if (message.type === "progress") onProgress(message.progress);
      else resolve(message.outcome);
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the planner ended without a plan")));
  });
  // Z3 leaves threads behind that would keep this one alive.
  const ended = outcome.finally(() => worker.terminate());
  return { outcome: ended, stop: () => Atomics.store(stop, 0, 1) };
}
