import { eq } from "drizzle-orm";
import { planRuns } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockRun } from "../internal/plan-scope";
import { planRunInput } from "../schema/plans";

/** A worker takes a run that waits; of several that look at once one gets it. */
export const claimPlan = defineCommand({
  name: "claim-plan",
  input: planRunInput,
  permission: "plan.run",
  quiet: true,
  load: ({ tx }, { runId }) => lockRun(tx, runId),
  run: async ({ tx, now, emit }, { runId }, { run, eventId }) => {
    if (run.state !== "running" || run.phase !== "waiting") return fail("conflict", "not_running");
    await tx.update(planRuns).set({ phase: "first", seenAt: now }).where(eq(planRuns.id, runId));
    await emit({ kind: "plan.progressed", payload: { eventId, runId } });
    return ok({ runId });
  },
});
