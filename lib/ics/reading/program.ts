import { parentPort, workerData } from "node:worker_threads";
import { type CalendarRequest, readCalendar } from "./read-calendar";

/** What the reader's thread is given. It comes from `readApart` alone, in the same process. */
export type ReaderTask = { file: Uint8Array; request: CalendarRequest };

/** Runs in a thread of its own (`calendar-reader` of the bundles): reads the one file it was started for. */
export function main(): void {
  const { file, request }: ReaderTask = workerData;
  parentPort?.postMessage(readCalendar(file, request));
}
