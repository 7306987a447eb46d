import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { planChanges, plannedTalks, talkPlans } from "@/db/schema/matchmaking-plans";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { inParts } from "@/lib/in-parts";
import { type DraftedTalk, draftedOf, type PlanBasis } from "../queries/plan-basis";
import { pairOf } from "./pairs";
import { plannedAhead } from "./plan-steps";

type EventId = Id<"event">;
type NewTalk = typeof plannedTalks.$inferInsert;

/** Puts talks into the draft, in parts that a statement can carry. */
export async function insertTalks(tx: Transaction, talks: readonly NewTalk[]): Promise<void> {
  await inParts(talks, (part) => tx.insert(plannedTalks).values(part));
}

/** The next version of the draft: whoever saw an earlier one has to look again. Gives its number. */
export async function nextDraft(
  tx: Transaction,
  eventId: EventId,
  more: { draftRunId?: Id<"planRun"> } = {},
): Promise<number> {
  const [row] = await tx
    .update(talkPlans)
    .set({
      ...more,
      lastDraft: sql`${talkPlans.lastDraft} + 1`,
      draftVersion: sql`${talkPlans.lastDraft} + 1`,
    })
    .where(eq(talkPlans.eventId, eventId))
    .returning({ version: talkPlans.draftVersion });
  if (!row?.version) throw new Error("a draft without a plan");
  return row.version;
}

/** Takes the draft away with what could be undone in it. */
export async function dropDraft(tx: Transaction, eventId: EventId): Promise<void> {
  await tx.delete(plannedTalks).where(eq(plannedTalks.eventId, eventId));
  await tx
    .update(talkPlans)
    .set({ draftVersion: null, draftRunId: null })
    .where(eq(talkPlans.eventId, eventId));
}

/** A draft that is the published plan, for whoever begins to change that by hand. */
export async function draftOfPublished({ tx, now }: Context, basis: PlanBasis): Promise<void> {
  const talks = plannedAhead(basis).flatMap(({ id, people: [a, b], startsAt, table, plan }): NewTalk[] => {
    if (!a || !b || !plan) return [];
    const { one, other } = pairOf(a, b);
    return [
      {
        ...{ eventId: basis.event.id, onePersonId: one, otherPersonId: other, startsAt, tableNumber: table },
        ...{ kind: plan.kind, isLocked: plan.isLocked, meetingId: id, createdAt: now },
      },
    ];
  });
  await insertTalks(tx, talks);
  await nextDraft(tx, basis.event.id);
}

/**
 * Writes down what the draft says by now of talks that were moved since it was begun. From here on it is the draft's word, and so
 * is what undoes a change of theirs.
 */
export async function keepAlong({ tx, now }: Context, { event, drafted }: PlanBasis): Promise<void> {
  const written = new Map((await draftedOf(tx, event.id)).map((talk) => [talk.id, talk.startsAt]));
  for (const { id, startsAt, tableNumber } of drafted) {
    const before = written.get(id);
    if (!before || before.getTime() === startsAt?.getTime()) continue;
    const stands = { startsAt, tableNumber };
    await tx
      .update(plannedTalks)
      .set({ ...stands, createdAt: now })
      .where(eq(plannedTalks.id, id));
    const isThere = and(eq(planChanges.talkId, id), eq(planChanges.startsAt, before));
    await tx.update(planChanges).set(stands).where(isThere);
  }
}

/** Notes how a talk was, so that the change can be undone. */
export async function noteChange({ tx, now }: Context, talk: DraftedTalk): Promise<void> {
  const { id: talkId, eventId, startsAt, tableNumber, isLocked } = talk;
  await tx.insert(planChanges).values({ eventId, talkId, startsAt, tableNumber, isLocked, createdAt: now });
}
