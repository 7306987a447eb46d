import { eq } from "drizzle-orm";
import { planRunPairs, planRuns } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import { inParts } from "@/lib/in-parts";
import { fail, ok } from "@/lib/result";
import { lockRun } from "../internal/plan-scope";
import { finishPlanInput } from "../schema";

/** What a search came to: its plan, pair by pair, or that there is none. */
export const finishPlan = defineCommand({
  name: "finish-plan",
  input: finishPlanInput,
  permission: "plan.run",
  quiet: true,
  load: ({ tx }, { runId }) => lockRun(tx, runId),
  run: async ({ tx, now, emit }, { runId, pairs, ...end }, { run }) => {
    if (run.state !== "running") return fail("conflict", "not_running");
    await tx
      .update(planRuns)
      .set({ ...end, seenAt: now, endedAt: now })
      .where(eq(planRuns.id, runId));
    await inParts(pairs, (part) => tx.insert(planRunPairs).values(part.map((pair) => ({ runId, ...pair }))));
    await emit({ kind: "plan.made", payload: { eventId: run.eventId, runId } });
    return ok({ runId });
  },
});
