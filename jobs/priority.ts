import { writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { logger } from "@/lib/logger";

/** As `nice -n 5`: about a third of the weight of whoever answers people. */
const BEHIND = 5;

/**
 * Lets whoever waits for a page go before the mails, where both share a machine. Linux weighs sessions before processes
 * (sched(7), "The autogroup feature"), and the launcher gives each program a session of its own, so both are told.
 */
export function stepBack(): void {
  try {
    setPriority(BEHIND);
    writeFileSync("/proc/self/autogroup", String(BEHIND));
  } catch (error) {
    logger.debug({ error }, "the worker keeps its priority");
  }
}
