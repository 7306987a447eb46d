import { formQuestions } from "@/db/schema/forms";
import { defineCommand } from "@/domain/kernel/command";
import { neighboursOf } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { formChanged } from "../events";
import { closedForm, formEdit, isOfEvent } from "../internal/form-edit";
import { questionsOf } from "../queries";
import { holdsTogether } from "../rules";
import { moveQuestionInput } from "../schema";

/**
 * A question changes places with its neighbour; at the end of the list, nothing. Reasons: wrong_state, question_needed
 * (one of the two waits for an answer to the other).
 */
export const moveQuestion = defineCommand({
  name: "move-question",
  input: moveQuestionInput,
  ...formEdit,
  run: async ({ tx, emit }, { eventId, questionId, direction }, event) => {
    const closed = closedForm(event);
    if (closed) return closed;
    const list = await questionsOf(eventId, tx);
    const moved = list.find(({ id }) => id === questionId);
    if (!moved) return fail("not_found", "missing");
    const among = list.filter(({ stage }) => stage === moved.stage);
    const pair = neighboursOf(among, questionId, direction);
    if (!pair) return ok({ eventId });
    const rest = list.filter((one) => one !== pair.first && one !== pair.second);
    const order = rest.toSpliced(list.indexOf(pair.first), 0, pair.second, pair.first);
    if (!holdsTogether(order)) return fail("conflict", "question_needed");
    for (const [position, { id }] of order.entries())
      await tx.update(formQuestions).set({ position }).where(isOfEvent(id, eventId));
    await emit({ kind: formChanged, payload: { eventId } });
    return ok({ eventId });
  },
});
