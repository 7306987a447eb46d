import { join } from "node:path";
import { runThread } from "@/lib/threads/run-thread";
import { CALENDAR_BYTES, READING_MEGABYTES, READING_MS } from "./limits";
import type { ReaderTask } from "./program";
import type { CalendarReading, CalendarRequest } from "./read-calendar";

const PROGRAM = join(".build", "calendar-reader.mjs");
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
    const data: ReaderTask = { file, request };
    try {
      const reading = await runThread<CalendarReading, CalendarReading>({
        ...{ program, data, milliseconds: ms, isSilent: true },
        ...{ megabytes: READING_MEGABYTES, youngMegabytes: 32 },
        answerIn: (answer) => answer,
      });
      return reading ?? tooHard;
    } catch {
      // Out of memory, or a mistake of a library: of this file nothing can be said.
      return tooHard;
    }
  });
}
