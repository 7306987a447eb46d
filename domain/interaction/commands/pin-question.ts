import { eq } from "drizzle-orm";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockWithStage } from "../internal/question-locks";
import { isPublicQuestion } from "../rules/questions";
import { switchInput } from "../schema/questions";

/** Shows one public question on everybody's stage in place of whichever stood there, or takes it down. */
export const pinQuestion = defineCommand({
  name: "pin-question",
  input: switchInput,
  permission: "question.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  onConstraint: { audience_questions_one_pinned: fail("conflict", "another_on_air").failure },
  run: async ({ tx, now, emit }, { eventId, questionId, on }) => {
    const { question, others } = await lockWithStage(tx, { eventId, questionId });
    if (!question) return fail("not_found", "missing_question");
    if (on && (question.mergedIntoId || !isPublicQuestion(question.state)))
      return fail("conflict", "settled");
    const former = on ? others.filter(({ pinnedAt }) => pinnedAt) : [];
    for (const { id } of former)
      await tx.update(audienceQuestions).set({ pinnedAt: null }).where(eq(audienceQuestions.id, id));
    await tx
      .update(audienceQuestions)
      .set({ pinnedAt: on ? now : null })
      .where(eq(audienceQuestions.id, questionId));
    await emit({ kind: "question.changed", payload: { eventId } });
    return ok({ questionId, pinned: on });
  },
});
