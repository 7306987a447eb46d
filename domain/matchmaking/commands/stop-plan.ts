import { eq } from "drizzle-orm";
import { planRuns } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockRun } from "../internal/plan-scope";
import { planRunInput } from "../schema/plans";

/** Asks a search to end with the best plan it has. One that no worker has begun yet has none and is over at once. */
export const stopPlan = defineCommand({
  name: "stop-plan",
  input: planRunInput,
  permission: "plan.make",
  load: ({ tx }, { runId }) => lockRun(tx, runId),
  run: async ({ tx, now, emit }, { runId }, { run, eventId }) => {
    if (run.state !== "running") return fail("conflict", "not_running");
    const over = run.phase === "waiting" ? { state: "failed" as const, endedAt: now } : {};
    await tx
      .update(planRuns)
      .set({ stopAsked: true, ...over })
      .where(eq(planRuns.id, runId));
    await emit({ kind: "plan.progressed", payload: { eventId, runId } });
    return ok({ runId });
  },
});
