import { desc, eq } from "drizzle-orm";
import { planChanges, plannedTalks } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { nextDraft } from "../internal/draft";
import { planScope } from "../internal/plan-scope";
import { planInput } from "../schema/plans";

/** Takes the last change of the draft back, and then the one before it. What no longer fits is found when it is published. */
export const undoPlanChange = defineCommand({
  name: "undo-plan-change",
  input: planInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => planScope(tx, eventId),
  run: async ({ tx, emit }, { eventId }) => {
    const [last] = await tx
      .select()
      .from(planChanges)
      .where(eq(planChanges.eventId, eventId))
      .orderBy(desc(planChanges.seq))
      .limit(1);
    if (!last) return fail("conflict", "nothing_to_undo");
    const { seq, talkId, startsAt, tableNumber, isLocked } = last;
    await tx.update(plannedTalks).set({ startsAt, tableNumber, isLocked }).where(eq(plannedTalks.id, talkId));
    await tx.delete(planChanges).where(eq(planChanges.seq, seq));
    const version = await nextDraft(tx, eventId);
    await emit({ kind: "plan.changed", payload: { eventId } });
    return ok({ talkId, version });
  },
});
