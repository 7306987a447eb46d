import { eq } from "drizzle-orm";
import { planRuns } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockRun } from "../internal/plan-scope";
import { noteProgressInput } from "../schema/plans";

/** How far a search is; the answer says whether it is to stop. */
export const noteProgress = defineCommand({
  name: "note-progress",
  input: noteProgressInput,
  permission: "plan.run",
  quiet: true,
  load: ({ tx }, { runId }) => lockRun(tx, runId),
  run: async ({ tx, now, emit }, { runId, ...progress }, { run, eventId }) => {
    if (run.state !== "running") return fail("conflict", "not_running");
    await tx
      .update(planRuns)
      .set({ ...progress, seenAt: now })
      .where(eq(planRuns.id, runId));
    await emit({ kind: "plan.progressed", payload: { eventId, runId } });
    return ok({ stop: run.stopAsked });
  },
});
