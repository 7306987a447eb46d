import { eq } from "drizzle-orm";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockQuestion } from "../internal/question-locks";
import { questionInput } from "../schema/questions";

/** Takes a merged question out again: it stands as it did before, with its own votes. */
export const splitQuestion = defineCommand({
  name: "split-question",
  input: questionInput,
  permission: "question.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, questionId }) => {
    const question = await lockQuestion(tx, { eventId, questionId });
    if (!question) return fail("not_found", "missing_question");
    if (question.mergedIntoId === null) return ok({ questionId });
    await tx
      .update(audienceQuestions)
      .set({ mergedIntoId: null })
      .where(eq(audienceQuestions.id, questionId));
    await emit({ kind: "question.changed", payload: { eventId } });
    return ok({ questionId });
  },
});
