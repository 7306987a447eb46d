import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { claimPlan } from "@/domain/matchmaking/commands/claim-plan";
import { finishPlan } from "@/domain/matchmaking/commands/finish-plan";
import { noteProgress } from "@/domain/matchmaking/commands/note-progress";
import {
  beginSearch,
  openRuns,
  type Running,
  type RunProgress,
  type WaitingRun,
} from "@/domain/matchmaking/queries/plan-run";
import type { Id } from "@/lib/ids";
import { logger } from "@/lib/logger";
import { now } from "@/lib/time/clock";
import { worker } from "./mails/parts";
import { every } from "./ticker";

/** Pages of the desk are read once a second at most, so nothing is written, and no signal sent, more often. */
const TELL_EVERY_MS = 1_000;

type RunId = Id<"planRun">;
const bundled = () => pathToFileURL(join(process.cwd(), ".build", "planner.mjs"));

let ask: (() => void) | undefined;
/** What `searchSoon` calls; the worker sets it once its queues run. */
export const onPlanAsked = (given: (() => void) | undefined): void => {
  ask = given;
};
/** Somebody asked for a plan: whoever searches should look. Without a listener the next sweep finds it. */
export const searchSoon = (): void => ask?.();

const nothing: RunProgress = { phase: "first", placed: 0, wishes: 0, figures: null };

const fail = (runId: RunId, last: RunProgress = nothing) =>
  finishPlan({ actor: worker, input: { ...last, runId, state: "failed", pairs: [] } });

/** Tells how far the search is until it ends, and hands on that it is to stop. What can't be told now is told next time. */
async function whileSearching(runId: RunId, running: Running): Promise<boolean> {
  let isStopped = false;
  const telling = every(TELL_EVERY_MS, `plan-${runId}`, async () => {
    const told = await noteProgress({ actor: worker, input: { runId, ...running.progress() } });
    // Gone, or given up for dead: nobody waits for the result.
    isStopped = told.ok ? told.value.stop : true;
    if (isStopped) running.stop();
  });
  try {
    await running.end.catch(() => undefined);
    return isStopped;
  } finally {
    await telling.stop();
  }
}

async function search(runId: RunId, program: URL): Promise<void> {
  const running = await beginSearch(runId, { program, now: now() });
  if (!running) {
    await fail(runId);
    return;
  }
  const isStopped = await whileSearching(runId, running);
  const { end, flaws } = await running.end;
  if (!end) {
    logger.warn({ runId, flaws }, "what is to be planned contradicts itself");
    await fail(runId, running.progress());
    return;
  }
  const state = isStopped ? "stopped" : "done";
  const finished = await finishPlan({ actor: worker, input: { ...end, runId, state } });
  if (!finished.ok) throw new Error(`a plan was not stored: ${finished.failure.reason}`);
}

async function searchClaimed(runId: RunId, program: URL): Promise<void> {
  const claimed = await claimPlan({ actor: worker, input: { runId } });
  if (!claimed.ok) return;
  try {
    await search(runId, program);
  } catch (error) {
    logger.error({ error, runId }, "a plan could not be searched");
    await fail(runId);
  }
}

/**
 * Searches all plans that were asked for, one after the other, and writes down which died with their process. Networks take
 * turns, also with what is asked meanwhile: one that plans all its events at once holds up nobody else.
 */
export async function searchPlans(program = bundled()): Promise<number> {
  const searched = new Set<RunId>();
  const turns = new Map<Id<"network">, number>();
  for (;;) {
    const { waiting, dead } = await openRuns(now());
    for (const runId of dead) await fail(runId);
    const turnsOf = ({ networkId }: WaitingRun) => turns.get(networkId) ?? 0;
    const [next] = waiting
      .filter(({ id }) => !searched.has(id))
      .toSorted((one, other) => turnsOf(one) - turnsOf(other));
    if (!next) return searched.size;
    searched.add(next.id);
    turns.set(next.networkId, turnsOf(next) + 1);
    await searchClaimed(next.id, program);
  }
}
