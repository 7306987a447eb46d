import "server-only";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { now } from "@/lib/time/clock";

/** LiveKit takes tokens of a clock that is a minute ahead of its own; long before that somebody has to know. */
const MOST_SECONDS = 10;
const PATIENCE_MS = 3_000;

/** By how many seconds our clock is ahead of LiveKit's; undefined when it does not answer or does not say. */
async function secondsAhead(): Promise<number | undefined> {
  const asked = now().getTime();
  const answer = await fetch(env().LIVEKIT_API_URL, { signal: AbortSignal.timeout(PATIENCE_MS) });
  await answer.body?.cancel();
  const said = Date.parse(answer.headers.get("date") ?? "");
  // It says whole seconds, and said it between our question and now.
  const middle = (asked + now().getTime()) / 2;
  return Number.isNaN(said) ? undefined : Math.round((middle - said) / 1000);
}

/** Raises an alarm in the log while our clock and LiveKit's differ. One that is away is told of by the reconciler. */
export async function compareClocks(): Promise<void> {
  const seconds = await secondsAhead().catch(() => undefined);
  if (seconds === undefined || Math.abs(seconds) <= MOST_SECONDS) return;
  logger.error(
    { seconds },
    "our clock and livekit-server's differ; from a minute on nobody comes into rooms",
  );
}
