import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { adopted, movesLocked, pairsOfRun } from "../internal/adopted";
import { dropDraft, insertTalks, nextDraft } from "../internal/draft";
import { runScope } from "../internal/plan-scope";
import { planBasis } from "../queries/plan-basis";
import { planOptions, planRunInput } from "../schema/plans";

/** What a search came to becomes the draft, in place of the one before. Nobody hears of it until it is published. */
export const adoptPlan = defineCommand({
  name: "adopt-plan",
  input: planRunInput,
  permission: "plan.make",
  load: ({ tx }, { runId }) => runScope(tx, runId),
  run: async (context, { runId }, { run, eventId }) => {
    const { tx, now, emit } = context;
    if (run.state !== "done" && run.state !== "stopped") return fail("conflict", "run_not_over");
    const basis = await planBasis(tx, eventId, now);
    if (!basis) return fail("conflict", "no_talks");
    const pairs = await pairsOfRun(tx, runId);
    if (planOptions.parse(run.options).keepLocked && movesLocked(basis, pairs))
      return fail("conflict", "locked_since");
    const talks = adopted(basis, pairs, now);
    await dropDraft(tx, eventId);
    await insertTalks(tx, talks);
    const version = await nextDraft(tx, eventId, { draftRunId: runId });
    await emit({ kind: "plan.changed", payload: { eventId } });
    return ok({ version, talks: talks.filter(({ startsAt }) => startsAt !== null).length });
  },
});
