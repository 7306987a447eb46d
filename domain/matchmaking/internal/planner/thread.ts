import { parentPort, workerData } from "node:worker_threads";
import type { PlanProblem } from "./model";
import { plan } from "./plan";
import type { PlanOptions, Progress } from "./progress";
import { webAssemblySolvers } from "./webassembly";

/** What the thread is started with. `stop` is memory that both threads see: not 0 means stop. */
export type Order = {
  problem: PlanProblem;
  options: Pick<PlanOptions, "seed" | "seconds" | "endsWhenProven">;
  /** When it was ordered, by the clock that all threads share: the seconds count from then. */
  orderedAt: number;
  stop: Int32Array<SharedArrayBuffer>;
};

export type Message =
  | { type: "progress"; progress: Progress }
  | { type: "result"; outcome: Awaited<ReturnType<typeof plan>> };

/**
 * The program of the planner's thread. The search never lets go of its thread, so a message would only be read at its
 * end: whoever wants it to stop writes into shared memory instead.
 */
async function serve({ problem, options, orderedAt, stop }: Order): Promise<void> {
  const secondsLate = (performance.timeOrigin + performance.now() - orderedAt) / 1000;
  const post = (message: Message) => parentPort?.postMessage(message);
  const solvers = webAssemblySolvers();
  const outcome = await plan(problem, {
    ...options,
    seconds: options.seconds - secondsLate,
    solvers,
    now: () => performance.now(),
    shouldStop: () => Atomics.load(stop, 0) !== 0,
    onProgress: (progress) => post({ type: "progress", progress }),
  });
  post({ type: "result", outcome });
  await solvers.close();
}

await serve(workerData);
