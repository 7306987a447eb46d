import { and, eq } from "drizzle-orm";
import { planRuns, talkPlans } from "@/db/schema/matchmaking-plans";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { findWindow } from "../internal/bookings";
import { ensurePlan, isOpen, planScope } from "../internal/plan-scope";
import { isTooSoon } from "../internal/plan-times";
import { hasDied, slotsOf } from "../rules";
import { startPlanInput } from "../schema/plans";

/** Whether a search of this event is under way. One that died with its process is written down as failed. */
async function isUnderWay({ tx, now }: Context, eventId: Id<"event">): Promise<boolean> {
  const running = and(eq(planRuns.eventId, eventId), eq(planRuns.state, "running"));
  const [run] = await tx.select().from(planRuns).where(running).for("update");
  if (!run) return false;
  if (!hasDied(run, now)) return true;
  await tx.update(planRuns).set({ state: "failed", endedAt: now }).where(eq(planRuns.id, run.id));
  return false;
}

/** Asks for a plan of everybody's talks; the worker searches it, and nothing changes for anybody until it is published. */
export const startPlan = defineCommand({
  name: "start-plan",
  input: startPlanInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => planScope(tx, eventId),
  onConstraint: { plan_runs_one_at_a_time: { kind: "conflict", reason: "already_running" } },
  run: async (context, { eventId, minutes, ...options }, { event }) => {
    const { tx, now, emit } = context;
    const window = await findWindow(tx, eventId);
    if (!window || !isOpen(event)) return fail("conflict", "no_talks");
    if (minutes !== undefined && minutes !== window.slotMinutes) return fail("invalid", "other_length");
    if (slotsOf(window).every((slot) => isTooSoon(slot, now))) return fail("conflict", "slots_past");
    await ensurePlan(context, eventId);
    if (await isUnderWay(context, eventId)) return fail("conflict", "already_running");
    const { min: least, max: most } = options;
    await tx.update(talkPlans).set({ least, most }).where(eq(talkPlans.eventId, eventId));
    const [run] = await tx
      .insert(planRuns)
      .values({ eventId, options, seenAt: now, createdAt: now })
      .returning({ id: planRuns.id });
    if (!run) throw new Error("a run was not stored");
    await emit({ kind: "plan.asked", payload: { eventId, runId: run.id } });
    return ok({ runId: run.id });
  },
});
