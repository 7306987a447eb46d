import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { CALENDAR_BYTES, READING_MEGABYTES, READING_MS } from "./limits";
import type { ReaderTask } from "./program";
import type { CalendarReading, CalendarRequest } from "./read-calendar";

const PROGRAM = join(".build", "calendar-reader.mjs");
/** Not imported: the bundler of the app is not to follow the file that is started, which is a bundle of its own. */
const threads = process.getBuiltinModule("node:worker_threads");
const tooHard: CalendarReading = { ok: false, reason: "too_hard", problems: [] };

/** Files that are read at the same time; the others wait. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function answerOf(worker: Worker, ms: number): Promise<CalendarReading> {
  return new Promise((resolve) => {
    const alarm = setTimeout(() => resolve(tooHard), ms);
    const end = (reading: CalendarReading) => {
      clearTimeout(alarm);
      resolve(reading);
    };
    worker.once("message", end);
    // Out of memory, or a mistake of a library: of this file nothing can be said.
    worker.once("error", () => end(tooHard));
    worker.once("exit", () => end(tooHard));
  });
}

type Limits = { ms?: number; program?: string };

/**
 * Reads a calendar in a thread of its own, which is ended at a time and a size: no file can hold up the process, and the
 * next one is read as if this one had never been.
 */
export async function readApart(
  file: Uint8Array,
  request: CalendarRequest,
  { ms = READING_MS, program = join(process.cwd(), PROGRAM) }: Limits = {},
): Promise<CalendarReading> {
  if (file.length > CALENDAR_BYTES) return { ok: false, reason: "too_large", problems: [] };
  return inTurn(async () => {
    const workerData: ReaderTask = { file, request };
    const worker = new threads.Worker(program, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: READING_MEGABYTES, maxYoungGenerationSizeMb: 32 },
      stdout: false,
      stderr: true,
    });
    try {
      return await answerOf(worker, ms);
    } finally {
      await worker.terminate();
    }
  });
}
