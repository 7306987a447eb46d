import { eq } from "drizzle-orm";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { loadInTurn } from "../internal/load";
import { lockQuestion } from "../internal/question-locks";
import { questionSettingsOf } from "../queries/question-rows";
import { keptFromEditing, stateWhenAsked } from "../rules/questions";
import { editInput } from "../schema/questions";

/** Its author words a question anew until it is on the stage or settled; where hosts look first, they look again. */
export const editQuestion = defineCommand({
  name: "edit-question",
  input: editInput,
  permission: "question.ask",
  load: loadInTurn,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit, actor }, { eventId, questionId, text }, standing) => {
    const { me, rights, session } = standing;
    const question = await lockQuestion(tx, { eventId, questionId });
    if (!me || question?.admissionId !== me.admission.id) return fail("not_found", "missing_question");
    if (me.noChat) return fail("forbidden", "no_chat");
    if (question.stoppedAt) return fail("forbidden", "stopped");
    if (!rights?.chat) return fail("conflict", session?.frozen ? "frozen" : "not_in_room");
    const kept = keptFromEditing(question);
    if (kept) return fail("conflict", kept);
    const { isModerated } = await questionSettingsOf(tx, eventId);
    const state = stateWhenAsked({ isModerated, isHost: can(actor, "question.manage", standing) });
    await tx
      .update(audienceQuestions)
      .set({ text, state, editedAt: now })
      .where(eq(audienceQuestions.id, questionId));
    await emit({ kind: "question.changed", payload: { eventId } });
    return ok({ questionId, state });
  },
});
