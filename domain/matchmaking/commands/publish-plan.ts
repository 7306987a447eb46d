import { eq } from "drizzle-orm";
import { meetingPlans, planVersions, talkPlans } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { fail, ok } from "@/lib/result";
import { dropDraft } from "../internal/draft";
import { isOpen, planScope } from "../internal/plan-scope";
import { countSteps, stepsOf } from "../internal/plan-steps";
import { doSteps, holdAll, settleRequests } from "../internal/publish";
import { unfitIn } from "../internal/unfit";
import { type PlanBasis, planBasis } from "../queries/plan-basis";
import { publishPlanInput } from "../schema/plans";

/** Locks of the draft hold from now on for the talks that people know. */
async function keepLocks({ tx }: Context, basis: PlanBasis): Promise<void> {
  for (const { meetingId, isLocked } of basis.drafted) {
    const known = basis.talks.find(({ id }) => id === meetingId)?.plan;
    if (meetingId && known && known.isLocked !== isLocked)
      await tx.update(meetingPlans).set({ isLocked }).where(eq(meetingPlans.meetingId, meetingId));
  }
}

/**
 * What was drafted becomes everybody's talks: some new, some at another time, some gone. By the rules of booking one, under
 * the same locks and constraints; if one of them can't be any more, nothing changes and the answer names it.
 */
export const publishPlan = defineCommand({
  name: "publish-plan",
  input: publishPlanInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => planScope(tx, eventId),
  run: async (context, { eventId, seen }, { plan }) => {
    const { tx, now } = context;
    if (plan?.draftVersion == null) return fail("conflict", "no_draft");
    if (plan.draftVersion !== seen) return fail("conflict", "changed_meanwhile");
    const { event, held } = await holdAll(context, eventId);
    // Behind the locks: until now anybody could book, block, move or call off.
    const basis = await planBasis(tx, eventId, now);
    if (!basis || !event || !isOpen(event)) return fail("conflict", "no_talks");
    const steps = stepsOf(basis);
    const unfit = unfitIn(basis, steps);
    if (unfit.length > 0)
      return fail("conflict", "in_the_way", { details: { talks: unfit, count: unfit.length } });
    if (!(await doSteps(context, eventId, { steps, held })))
      return fail("conflict", "in_the_way", { details: { talks: [], count: 1 } });
    await settleRequests(context, eventId, steps);
    await keepLocks(context, basis);
    const version = (plan.version ?? 0) + 1;
    const counts = countSteps(steps);
    await tx.insert(planVersions).values({ eventId, version, ...counts, publishedAt: now });
    await dropDraft(tx, eventId);
    await tx.update(talkPlans).set({ version }).where(eq(talkPlans.eventId, eventId));
    // Each person hears of all new talks at once; of a talk that moves or falls away by a message about it alone.
    await context.emit({ kind: "plan.published", payload: { eventId, version } });
    return ok({ version, ...counts });
  },
});
