import "server-only";
import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { planRuns } from "@/db/schema/matchmaking-plans";
import { events } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";
import { countsOf, figuresOf, pairsIn } from "../internal/plan-outcome";
import { type Posed, problemOf } from "../internal/plan-problem";
import type { Flaw } from "../internal/planner/validation";
import { startPlan } from "../internal/planner-thread";
import { hasDied } from "../rules";
import { type finishPlanInput, type noteProgressInput, planOptions } from "../schema/plans";
import { openPairs } from "./open-pairs";
import { planBasis } from "./plan-basis";

type RunId = Id<"planRun">;
export type RunProgress = Omit<z.input<typeof noteProgressInput>, "runId">;
export type RunEnd = Omit<z.input<typeof finishPlanInput>, "runId" | "state">;

export type WaitingRun = { id: RunId; networkId: Id<"network"> };

/** Runs that wait for a worker, and those that died with theirs. For jobs. */
export async function openRuns(now: Date): Promise<{ waiting: WaitingRun[]; dead: RunId[] }> {
  const rows = await db()
    .select({
      ...{ id: planRuns.id, phase: planRuns.phase, seenAt: planRuns.seenAt },
      networkId: events.networkId,
    })
    .from(planRuns)
    .innerJoin(events, eq(events.id, planRuns.eventId))
    .where(eq(planRuns.state, "running"))
    .orderBy(asc(planRuns.createdAt), asc(planRuns.id));
  const dead = rows.filter((run) => hasDied(run, now));
  const waiting = rows.filter((run) => run.phase === "waiting" && !dead.includes(run));
  return { waiting: waiting.map(({ id, networkId }) => ({ id, networkId })), dead: dead.map(({ id }) => id) };
}

export type Running = {
  /** Undefined where the event's state contradicts itself, which `flaws` then say. */
  end: Promise<{ end: RunEnd | undefined; flaws: Flaw[] }>;
  /** What the best plan so far is like. */
  progress: () => RunProgress;
  stop: () => void;
};

/** Whether everything that has to hold for a search is there; otherwise nothing is begun. */
async function posedFor(runId: RunId, now: Date) {
  const [row] = await db().select().from(planRuns).where(eq(planRuns.id, runId));
  const basis = row && (await planBasis(db(), row.eventId, now));
  if (!row || !basis) return undefined;
  const options = planOptions.parse(row.options);
  const posed = problemOf(basis, options, await openPairs(db(), basis));
  return { basis, posed, options };
}

const nothingYet = (posed: Posed): RunProgress => ({
  ...{ phase: "first", figures: null, placed: 0 },
  wishes: countsOf(posed, []).wishes,
});

/** Begins the search of a run in the planner's thread. Undefined when the event has no hours for talks any more. */
export async function beginSearch(
  runId: RunId,
  { program, now }: { program: URL; now: Date },
): Promise<Running | undefined> {
  const found = await posedFor(runId, now);
  if (!found) return undefined;
  const { basis, posed, options } = found;
  let latest = nothingYet(posed);
  const { outcome, stop } = startPlan(posed.problem, {
    ...{ program, seed: 1, seconds: options.seconds, endsWhenProven: true },
    onProgress: (progress) => {
      const { phase, placed, suggested } = progress;
      latest = { ...latest, phase, placed, figures: figuresOf(progress, suggested) };
    },
  });
  const end = outcome.then((done) => {
    if (!done.ok) return { end: undefined, flaws: done.flaws };
    const { suggested, ...counts } = countsOf(posed, done.result.placement);
    const figures = figuresOf(done.result, suggested);
    const pairs = pairsIn(basis, posed, done.result);
    return { end: { phase: latest.phase, figures, ...counts, pairs }, flaws: [] };
  });
  return { end, stop, progress: () => latest };
}
