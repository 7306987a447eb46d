import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { planRuns, talkPlans } from "@/db/schema/matchmaking-plans";
import type { Context } from "@/domain/kernel/context";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";

type EventId = Id<"event">;
type RunId = Id<"planRun">;
export type PlanRow = typeof talkPlans.$inferSelect;

const lockPlan = async (tx: Transaction, eventId: EventId): Promise<PlanRow | undefined> =>
  (await tx.select().from(talkPlans).where(eq(talkPlans.eventId, eventId)).for("update"))[0];

/** The plan of an event, locked, so that one change comes after the other; undefined before anything was planned. */
export async function planScope(tx: Transaction, eventId: EventId) {
  const event = await eventScope(tx, eventId);
  if (!event) return undefined;
  return { networkId: event.networkId, eventId, event, plan: await lockPlan(tx, eventId) };
}

/** The same by one of its runs. */
export async function runScope(tx: Transaction, runId: RunId) {
  const [known] = await tx.select({ eventId: planRuns.eventId }).from(planRuns).where(eq(planRuns.id, runId));
  const scope = known && (await planScope(tx, known.eventId));
  if (!scope) return undefined;
  const [run] = await tx.select().from(planRuns).where(eq(planRuns.id, runId)).for("update");
  return run && { ...scope, run };
}

/** The event's plan, made and locked where there was none. */
export async function ensurePlan({ tx, now }: Context, eventId: EventId): Promise<PlanRow> {
  await tx.insert(talkPlans).values({ eventId, createdAt: now }).onConflictDoNothing();
  const plan = await lockPlan(tx, eventId);
  if (!plan) throw new Error("a plan that was just made is gone");
  return plan;
}

/** Whether talks can be planned in an event of this state: the same as for booking one. */
export const isOpen = ({ status }: { status: string }): boolean => ["published", "live"].includes(status);

/** A run alone, locked: its progress waits for nobody who changes the draft. */
export async function lockRun(tx: Transaction, runId: RunId) {
  const [run] = await tx.select().from(planRuns).where(eq(planRuns.id, runId)).for("update");
  const event = run && (await eventScope(tx, run.eventId));
  return run && event && { networkId: event.networkId, eventId: event.id, run };
}
