import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { planNetworking } from "@/domain/matchmaking/queries/networking-plan";
import { layNetworking } from "@/domain/rooms/commands/lay-networking";
import { openNetworkings } from "@/domain/rooms/queries/networkings";
import { logger } from "@/lib/logger";
import { oneAtATime } from "@/lib/one-at-a-time";
import { now } from "@/lib/time/clock";
import { worker } from "./mails/parts";

const bundled = () => pathToFileURL(join(process.cwd(), ".build", "planner.mjs"));

/**
 * Plans the rounds ahead of every speed networking whose people are not those it was planned for. Who comes, who leaves and a
 * networking that was just started are all found this way; of two workers the later one's plan is refused.
 */
export async function planNetworkings(program = bundled()): Promise<number> {
  let planned = 0;
  for (const ref of await openNetworkings(now())) {
    const plan = await planNetworking(ref, { program, now: now() });
    if (!plan) continue;
    const laid = await layNetworking({ actor: worker, input: plan });
    if (laid.ok) planned += 1;
  }
  return planned;
}

/** What the ticker runs every few seconds. */
export const watchNetworkings = oneAtATime(() => planNetworkings());

/** A networking was started: its first round is near, and the next look would be late. Nobody waits for the search. */
export function planNetworkingsSoon(): void {
  watchNetworkings().catch((error: unknown) => logger.warn({ error }, "a speed networking was not planned"));
}
