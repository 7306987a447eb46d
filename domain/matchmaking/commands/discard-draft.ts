import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { dropDraft } from "../internal/draft";
import { planScope } from "../internal/plan-scope";
import { planInput } from "../schema/plans";

/** Throws the draft away; what is published stays as it is. */
export const discardDraft = defineCommand({
  name: "discard-draft",
  input: planInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => planScope(tx, eventId),
  run: async ({ tx, emit }, { eventId }, { plan }) => {
    if (plan?.draftVersion == null) return fail("conflict", "no_draft");
    await dropDraft(tx, eventId);
    await emit({ kind: "plan.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
