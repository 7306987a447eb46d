import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import type { Id } from "@/lib/ids";

export type Question = typeof audienceQuestions.$inferSelect;
type Named = { eventId: Id<"event">; questionId: Id<"audienceQuestion"> };

const inOrder = (tx: Transaction, eventId: Id<"event">, which: ReturnType<typeof or>) =>
  tx
    .select()
    .from(audienceQuestions)
    .where(and(eq(audienceQuestions.eventId, eventId), which))
    // In one order for everybody, so that nobody waits in a ring.
    .orderBy(asc(audienceQuestions.id))
    .for("update");

/** These questions of the event, locked. */
export const lockQuestions = (
  tx: Transaction,
  eventId: Id<"event">,
  ids: readonly Id<"audienceQuestion">[],
) => inOrder(tx, eventId, inArray(audienceQuestions.id, [...ids]));

/** One question, locked. */
export async function lockQuestion(tx: Transaction, { eventId, questionId }: Named) {
  const [found] = await lockQuestions(tx, eventId, [questionId]);
  return found;
}

/** One question with whichever is on air and on the stage, locked: what comes there takes its place. */
export async function lockWithStage(tx: Transaction, { eventId, questionId }: Named) {
  const { id, state, pinnedAt } = audienceQuestions;
  const rows = await inOrder(tx, eventId, or(eq(id, questionId), eq(state, "on_air"), isNotNull(pinnedAt)));
  return {
    question: rows.find((row) => row.id === questionId),
    others: rows.filter((row) => row.id !== questionId),
  };
}
