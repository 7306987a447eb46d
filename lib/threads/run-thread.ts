import type { Worker } from "node:worker_threads";

/** Not imported: the bundler of the app is not to follow the file that is started, which is a bundle of its own. */
const threads = process.getBuiltinModule("node:worker_threads");

export type ThreadTask<Message, Answer> = {
  /** The bundle that runs in the thread. */
  program: string | URL;
  data: unknown;
  /** What it may hold at most: a thread that wants more ends with an error, and this process goes on. */
  megabytes: number;
  youngMegabytes?: number;
  /** It is ended then; without it, the thread knows its own end. */
  milliseconds?: number;
  /** What its own program and libraries write: kept from our log, which has nothing to learn from it. */
  isSilent?: boolean;
  /** The answer in a message; undefined for one that only tells how far it is. */
  answerIn: (message: Message) => Answer | undefined;
};

function answerOf<Message, Answer>(
  worker: Worker,
  { milliseconds, answerIn }: ThreadTask<Message, Answer>,
): Promise<Answer | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer | undefined>();
  const alarm = milliseconds === undefined ? undefined : setTimeout(() => resolve(undefined), milliseconds);
  worker.on("message", (message: Message) => {
    const answer = answerIn(message);
    if (answer !== undefined) resolve(answer);
  });
  worker.once("error", reject);
  worker.once("exit", (code) => reject(new Error(`a thread ended with ${code} and without an answer`)));
  return promise.finally(() => clearTimeout(alarm));
}

/**
 * Runs a bundled program in a thread of its own, so that this process goes on answering: its answer; undefined when its
 * time was over; rejected when it failed. In each case the thread is gone with it, whatever it left running.
 */
export async function runThread<Message, Answer>(
  task: ThreadTask<Message, Answer>,
): Promise<Answer | undefined> {
  const { megabytes, youngMegabytes } = task;
  const worker = new threads.Worker(task.program, {
    workerData: task.data,
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      ...(youngMegabytes === undefined ? {} : { maxYoungGenerationSizeMb: youngMegabytes }),
    },
    stderr: task.isSilent ?? false,
  });
  try {
    return await answerOf(worker, task);
  } finally {
    await worker.terminate();
  }
}
