import { eq } from "drizzle-orm";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockWithStage } from "../internal/question-locks";
import { isPublicQuestion, mayTurn, stateAfter } from "../rules/questions";
import { settleInput } from "../schema/questions";

/**
 * What hosts do with a question: let it through, take it on air, answer it aloud or in writing, dismiss it, open it again. One
 * is on air at a time: the next one takes its place, and the former counts as answered aloud. What is on air stands on
 * the stage, and what is settled leaves it.
 */
export const settleQuestion = defineCommand({
  name: "settle-question",
  input: settleInput,
  permission: "question.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  onConstraint: {
    audience_questions_one_on_air: fail("conflict", "another_on_air").failure,
    audience_questions_one_pinned: fail("conflict", "another_on_air").failure,
  },
  run: async ({ tx, now, emit }, { eventId, questionId, step, answer }) => {
    const { question, others } = await lockWithStage(tx, { eventId, questionId });
    if (!question || question.state === "withdrawn") return fail("not_found", "missing_question");
    const state = stateAfter[step];
    if (question.mergedIntoId || !mayTurn(question.state, state)) return fail("conflict", "settled");
    const onAir = state === "on_air";
    for (const other of onAir ? others : [])
      await tx
        .update(audienceQuestions)
        .set({ pinnedAt: null, ...(other.state === "on_air" && { state: "answered", settledAt: now }) })
        .where(eq(audienceQuestions.id, other.id));
    const isStillSeen = isPublicQuestion(state) && state !== "answered";
    const stays = isStillSeen ? question.pinnedAt : null;
    await tx
      .update(audienceQuestions)
      .set({
        state,
        answer: state === "answered" ? answer : null,
        pinnedAt: onAir ? now : stays,
        settledAt: isStillSeen ? null : now,
      })
      .where(eq(audienceQuestions.id, questionId));
    await emit({ kind: "question.changed", payload: { eventId } });
    return ok({ questionId, state });
  },
});
