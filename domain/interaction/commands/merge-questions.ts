import { eq, or } from "drizzle-orm";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockQuestions } from "../internal/question-locks";
import { isOpenQuestion } from "../rules/questions";
import { mergeInput } from "../schema/questions";

/**
 * Lets a question count as one that was asked before: its votes and whoever asked it count there, each once. Nothing of it is
 * lost, so it can be taken apart again. A question into which another was merged takes that along, so nothing is two deep.
 */
export const mergeQuestions = defineCommand({
  name: "merge-questions",
  input: mergeInput,
  permission: "question.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, questionId, intoId }) => {
    if (questionId === intoId) return fail("invalid", "same_question");
    const rows = await lockQuestions(tx, eventId, [questionId, intoId]);
    const one = rows.find(({ id }) => id === questionId);
    const other = rows.find(({ id }) => id === intoId);
    if (!one || !other) return fail("not_found", "missing_question");
    const isFree = one.mergedIntoId === null && (one.state === "waiting" || one.state === "new");
    if (!isFree || other.mergedIntoId !== null || !isOpenQuestion(other.state))
      return fail("conflict", "settled");
    await tx
      .update(audienceQuestions)
      .set({ mergedIntoId: intoId, pinnedAt: null })
      .where(or(eq(audienceQuestions.id, questionId), eq(audienceQuestions.mergedIntoId, questionId)));
    await emit({ kind: "question.changed", payload: { eventId } });
    return ok({ questionId, intoId });
  },
});
