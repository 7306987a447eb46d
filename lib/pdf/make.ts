import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { logger } from "@/lib/logger";
import type { AnyPaper } from "./papers";

/** A document waits for the one before it; more than so many would wait longer than a browser does. */
const MOST_WAITING = 8;
const LONGEST_MILLISECONDS = 60_000;
/** Five hundred badges need a third of it. */
const MOST_MEGABYTES = 768;

const program = () => join(process.cwd(), ".build", "pdf.mjs");

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

function drawInThread(paper: AnyPaper, thread: string): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(thread, {
    workerData: paper,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  const late = setTimeout(() => worker.terminate(), LONGEST_MILLISECONDS);
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread that draws ended with ${code}`)));
  }).finally(() => clearTimeout(late));
}

/**
 * A document as a file, drawn in a thread of its own: this process goes on answering meanwhile. One at a time, so that a
 * crowd of them takes one core and not all; undefined when too many wait already.
 */
export async function makePdf(
  paper: AnyPaper,
  thread: string = program(),
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (waiting >= MOST_WAITING) return undefined;
  waiting += 1;
  const began = performance.now();
  try {
    const turn = last.catch(() => undefined).then(() => drawInThread(paper, thread));
    last = turn;
    const bytes = await turn;
    const milliseconds = Math.round(performance.now() - began);
    logger.info({ paper: paper.kind, bytes: bytes.length, milliseconds }, "made a PDF");
    return bytes;
  } finally {
    waiting -= 1;
  }
}
