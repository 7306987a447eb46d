import { runThread } from "@/lib/threads/run-thread";
import type { PlanProblem } from "./planner/model";
import type { Progress } from "./planner/progress";
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

async function planned(
  order: Order,
  { program, onProgress }: Pick<PlanRunOptions, "program" | "onProgress">,
): Promise<Outcome> {
  // Ended behind its answer: Z3 leaves threads behind that would keep this one alive.
  const outcome = await runThread<Message, Outcome>({
    ...{ program, data: order, megabytes: MOST_MEGABYTES },
    answerIn: (message) => {
      if (message.type === "result") return message.outcome;
      onProgress(message.progress);
      return undefined;
    },
  });
  if (!outcome) throw new Error("the planner ended without a plan");
  return outcome;
}

/** Plans in a thread of its own, so that whoever asks stays free for everything else. */
export function startPlan(
  problem: PlanProblem,
  { program, onProgress, ...options }: PlanRunOptions,
): PlanRun {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const orderedAt = performance.timeOrigin + performance.now();
  const outcome = planned({ problem, options, orderedAt, stop }, { program, onProgress });
  return { outcome, stop: () => Atomics.store(stop, 0, 1) };
}
