import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { withDraft } from "../internal/draft-talk";
import { planScope } from "../internal/plan-scope";
import { planInput } from "../schema/plans";

/** Makes a draft of the plan that people know. What was published can't be taken back; from here on it can be changed. */
export const beginDraft = defineCommand({
  name: "begin-draft",
  input: planInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => planScope(tx, eventId),
  run: async (context, { eventId }, { plan }) => {
    if (plan?.version == null) return fail("conflict", "not_published");
    if (plan.draftVersion !== null) return fail("conflict", "draft_exists");
    const basis = await withDraft(context, eventId);
    if (!basis) return fail("conflict", "no_talks");
    await context.emit({ kind: "plan.changed", payload: { eventId } });
    return ok({ eventId, version: plan.version });
  },
});
