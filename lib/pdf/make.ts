import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { logger } from "@/lib/logger";
import type { AnyPaper } from "./papers";

/** A document waits for the one before it; more than so many would wait longer than a browser does. */
const MOST_WAITING = 8;
const LONGEST_MILLISECONDS = 120_000;
/** Five hundred badges need a third of it. */
const MOST_MEGABYTES = 768;

const program = () => join(process.cwd(), ".build", "pdf.mjs");

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

type Bytes = Uint8Array<ArrayBuffer>;

/** Undefined when it took too long: a machine that is that busy should be asked again later. */
function drawInThread(paper: AnyPaper, thread: string): Promise<Bytes | undefined> {
  const worker = new Worker(thread, {
    workerData: paper,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  return new Promise<Bytes | undefined>((resolve, reject) => {
    const late = setTimeout(() => {
      resolve(undefined);
      worker.terminate();
    }, LONGEST_MILLISECONDS);
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`the thread that draws ended with ${code}`));
    });
  });
}

/**
 * A document as a file, drawn in a thread of its own: this process goes on answering meanwhile. One at a time, so that a
 * crowd of them takes one core and not all; undefined when too many wait already, or it took too long.
 */
export async function makePdf(paper: AnyPaper, thread: string = program()): Promise<Bytes | undefined> {
  if (waiting >= MOST_WAITING) return undefined;
  waiting += 1;
  const began = performance.now();
  try {
    const turn = last.catch(() => undefined).then(() => drawInThread(paper, thread));
    last = turn;
    const bytes = await turn;
    const milliseconds = Math.round(performance.now() - began);
    logger.info({ paper: paper.kind, bytes: bytes?.length ?? 0, milliseconds }, "made a PDF");
    return bytes;
  } finally {
    waiting -= 1;
  }
}
