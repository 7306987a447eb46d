import { eq } from "drizzle-orm";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockQuestion } from "../internal/question-locks";
import { switchInput } from "../schema/questions";

/**
 * Whoever asked this question asks no more in this event, or may again. Hosts need not learn who that is, so misuse of asking
 * without a name can be ended and the name still stays unknown.
 */
export const stopAsker = defineCommand({
  name: "stop-asker",
  input: switchInput,
  permission: "question.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, questionId, on }) => {
    const question = await lockQuestion(tx, { eventId, questionId });
    if (!question) return fail("not_found", "missing_question");
    await tx
      .update(audienceQuestions)
      .set({ stoppedAt: on ? now : null })
      .where(eq(audienceQuestions.id, questionId));
    await emit({ kind: "question.changed", payload: { eventId } });
    return ok({ questionId, stopped: on });
  },
});
