import { reconcileRooms } from "@/domain/rooms/commands/reconcile-rooms";
import { closeCheckRooms } from "@/lib/livekit/check-room";
import { compareClocks } from "@/lib/livekit/compare-clocks";
import { logger, withRequestId } from "@/lib/logger";
import { now } from "@/lib/time/clock";
import { watchNetworkings } from "./networkings";
import { renewSuggestions } from "./suggestions";
import { nudge } from "./talk-watch";

const EVERY_MS = 5_000;
const NUDGES_EVERY_MS = 10_000;
const NETWORKINGS_EVERY_MS = 3_000;
const CHECKS_EVERY_MS = 60_000;
const SUGGESTIONS_EVERY_MS = 20_000;
const CLOCKS_EVERY_MS = 60_000;

/**
 * Runs the work every few seconds, one run after the other, whatever a run ends with. Rounds and talks need no timer
 * of their own: rows and time decide where people are, and this only tells browsers and LiveKit what the clock did.
 */
export function every(ms: number, name: string, work: () => Promise<unknown>): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const run = async () => {
    try {
      await withRequestId(name, work);
    } catch (error) {
      logger.warn({ error, name }, "run failed, the next one tries again");
    }
    if (!stopped) timer = setTimeout(start, ms);
  };
  const start = () => {
    running = run();
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

export const startReconciler = () => every(EVERY_MS, "reconcile-rooms", () => reconcileRooms());

/** Whoever waits in a talk waits in seconds: the minute of the queues would be late. */
export const startNudges = () => every(NUDGES_EVERY_MS, "nudge-missing", nudge);

/** Who comes or leaves is in the next round's plan, or out of it, before browsers prepare its rooms. */
export const startNetworkings = () => every(NETWORKINGS_EVERY_MS, "plan-networkings", watchNetworkings);

export const startCheckRooms = () =>
  every(CHECKS_EVERY_MS, "close-check-rooms", () => closeCheckRooms(now()));

export const startSuggestions = () => every(SUGGESTIONS_EVERY_MS, "renew-suggestions", renewSuggestions);

export const startClocks = () => every(CLOCKS_EVERY_MS, "compare-clocks", compareClocks);
