import { and, eq, inArray, or } from "drizzle-orm";
import { audienceQuestions, questionVotes } from "@/db/schema/interaction-questions";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { isPublicQuestion, isVotable } from "../rules/questions";
import type { Asker } from "./asking";

type Wish = { eventId: Id<"event">; questionId: Id<"audienceQuestion">; on: boolean };

/**
 * Gives one vote or takes it back; said twice it stays one. A question that was merged stands for the one it was merged into,
 * and taking back takes the votes for all of them. One's own question needs no vote of one's own, merged or not.
 */
export async function castVote({ tx, now, emit }: Context, voter: Asker, { eventId, questionId, on }: Wish) {
  const { id, mergedIntoId } = audienceQuestions;
  const [asked] = await tx
    .select()
    .from(audienceQuestions)
    .where(and(eq(id, questionId), eq(audienceQuestions.eventId, eventId)));
  const rootId = asked?.mergedIntoId ?? questionId;
  const group = await tx
    .select()
    .from(audienceQuestions)
    .where(and(eq(audienceQuestions.eventId, eventId), or(eq(id, rootId), eq(mergedIntoId, rootId))));
  const root = group.find((one) => one.id === rootId);
  // Whoever may not see a question does not learn that it is there.
  if (!asked || !root || !isPublicQuestion(root.state)) return fail("not_found", "missing_question");
  if (!isVotable(root.state)) return fail("conflict", "settled");
  if (on && group.some((one) => isAuthor(one, voter))) return fail("conflict", "own_question");
  const changed = on
    ? await tx
        .insert(questionVotes)
        .values({ ...voter, questionId: rootId, createdAt: now })
        .onConflictDoNothing()
        .returning({ id: questionVotes.questionId })
    : await tx
        .delete(questionVotes)
        .where(
          and(
            isOf(voter),
            inArray(
              questionVotes.questionId,
              group.map((one) => one.id),
            ),
          ),
        )
        .returning({ id: questionVotes.questionId });
  if (changed.length > 0) await emit({ kind: "question.voted", payload: { eventId } });
  return ok({ voted: on });
}

const isOf = (voter: Asker) =>
  "admissionId" in voter
    ? eq(questionVotes.admissionId, voter.admissionId)
    : eq(questionVotes.hallGuestId, voter.hallGuestId);

const isAuthor = (one: typeof audienceQuestions.$inferSelect, voter: Asker) =>
  "admissionId" in voter ? one.admissionId === voter.admissionId : one.hallGuestId === voter.hallGuestId;
