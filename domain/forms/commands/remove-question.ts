import { formQuestions } from "@/db/schema/forms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { formChanged } from "../events";
import { closedForm, formEdit, isOfEvent } from "../internal/form-edit";
import { answerCounts, questionsOf } from "../queries";
import { holdsTogether } from "../rules";
import { questionRef } from "../schema";

/**
 * Takes a question off the form. One that was answered is kept with its answers, out of sight of whoever registers.
 * Reasons: wrong_state, question_needed (another question waits for an answer to it).
 */
export const removeQuestion = defineCommand({
  name: "remove-question",
  input: questionRef,
  ...formEdit,
  run: async ({ tx, now, emit }, { eventId, questionId }, event) => {
    const closed = closedForm(event);
    if (closed) return closed;
    const list = await questionsOf(eventId, tx);
    const rest = list.filter(({ id }) => id !== questionId);
    if (rest.length === list.length) return fail("not_found", "missing");
    if (!holdsTogether(rest)) return fail("conflict", "question_needed");
    const one = isOfEvent(questionId, eventId);
    const isAnswered = (await answerCounts([questionId], tx)).has(questionId);
    if (isAnswered) await tx.update(formQuestions).set({ archivedAt: now }).where(one);
    else await tx.delete(formQuestions).where(one);
    await emit({ kind: formChanged, payload: { eventId } });
    return ok({ eventId });
  },
});
