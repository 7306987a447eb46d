import { and, desc, eq, isNotNull, ne, notInArray } from "drizzle-orm";
import { planRunPairs, planRuns, talkPlans } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { inParts } from "@/lib/in-parts";
import { fail, ok } from "@/lib/result";
import { lockRun } from "../internal/plan-scope";
import { finishPlanInput } from "../schema/plans";

/** Searches of an event that are kept once they are over: enough to compare a few, and no matter how often somebody plans. */
export const KEPT_RUNS = 10;

/** Forgets the oldest searches of an event; that which its draft is made of says the reasons of that draft, and stays. */
async function forgetOld({ tx }: Context, eventId: Id<"event">): Promise<void> {
  const over = and(eq(planRuns.eventId, eventId), ne(planRuns.state, "running"));
  const kept = tx
    .select({ id: planRuns.id })
    .from(planRuns)
    .where(over)
    .orderBy(desc(planRuns.createdAt), desc(planRuns.id))
    .limit(KEPT_RUNS);
  const drafted = tx
    .select({ id: talkPlans.draftRunId })
    .from(talkPlans)
    .where(and(eq(talkPlans.eventId, eventId), isNotNull(talkPlans.draftRunId)));
  await tx.delete(planRuns).where(and(over, notInArray(planRuns.id, kept), notInArray(planRuns.id, drafted)));
}

/** What a search came to: its plan, pair by pair, or that there is none. */
export const finishPlan = defineCommand({
  name: "finish-plan",
  input: finishPlanInput,
  permission: "plan.run",
  quiet: true,
  load: ({ tx }, { runId }) => lockRun(tx, runId),
  run: async (context, { runId, pairs, ...end }, { run }) => {
    const { tx, now, emit } = context;
    if (run.state !== "running") return fail("conflict", "not_running");
    await tx
      .update(planRuns)
      .set({ ...end, seenAt: now, endedAt: now })
      .where(eq(planRuns.id, runId));
    await inParts(pairs, (part) => tx.insert(planRunPairs).values(part.map((pair) => ({ runId, ...pair }))));
    await forgetOld(context, run.eventId);
    await emit({ kind: "plan.made", payload: { eventId: run.eventId, runId } });
    return ok({ runId });
  },
});
