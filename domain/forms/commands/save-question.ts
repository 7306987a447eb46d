import { formQuestions, questionWordings } from "@/db/schema/forms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { formChanged } from "../events";
import { addQuestion, closedForm, formEdit, freshOption, isOfEvent } from "../internal/form-edit";
import { answerCounts, questionsOf } from "../queries";
import {
  asksAnew,
  type Definition,
  definitionOf,
  holdsTogether,
  keepsConfidence,
  loosens,
  MOST_QUESTIONS,
  type Question,
} from "../rules";
import { saveQuestionInput } from "../schema";

/** Why a question can't be saved like this, given all others; undefined when it can. */
function refusalOf(questions: readonly Question[], after: Definition, before: Question | undefined) {
  const changed = { ...after, id: before?.id ?? ("que_new" as const), version: 1 };
  // A new one comes last of those that are asked with it.
  const last = questions.filter(({ stage }) => stage === "registration" || after.stage === "followUp").length;
  const at = before ? questions.indexOf(before) : last;
  if (!before && questions.length >= MOST_QUESTIONS) return fail("conflict", "form_full");
  if (!holdsTogether([...questions.slice(0, at), changed]))
    return fail("invalid", "input", { fields: { showIf: ["earlier_question"] } });
  const all = questions.toSpliced(at, before ? 1 : 0, changed);
  if (!keepsConfidence(all))
    return fail("invalid", "input", { fields: { sensitive: ["confidence_follows"] } });
  return holdsTogether(all) ? undefined : fail("conflict", "question_needed");
}

type Edit = { eventId: Id<"event">; before: Question; after: Definition; isAnswered: boolean };

/** Where answers would be read as something else, the wording they were given to is kept beside the new one. */
async function rewrite({ tx }: Pick<Context, "tx">, { eventId, before, after, isAnswered }: Edit) {
  const { id, version, ...asked } = before;
  const isNew = isAnswered && asksAnew(before, after);
  if (isNew) await tx.insert(questionWordings).values({ questionId: id, version, definition: asked });
  await tx
    .update(formQuestions)
    .set({ definition: after, sensitive: after.sensitive, version: isNew ? version + 1 : version })
    .where(isOfEvent(id, eventId));
}

/**
 * Puts a question on an event's form, or changes one that is there. Answers stay what they were, with the wording they
 * were given to. Reasons: wrong_state, form_full, question_needed (another question waits for an answer that would go).
 */
export const saveQuestion = defineCommand({
  name: "save-question",
  input: saveQuestionInput,
  ...formEdit,
  run: async ({ tx, emit }, input, event) => {
    const closed = closedForm(event);
    if (closed) return closed;
    const { eventId, questionId } = input;
    const questions = await questionsOf(eventId, tx);
    const before = questions.find(({ id }) => id === questionId);
    if (questionId && !before) return fail("not_found", "missing");
    const after = definitionOf(input, { before, fresh: freshOption });
    const refusal = refusalOf(questions, after, before);
    if (refusal) return refusal;
    if (before) {
      const isAnswered = (await answerCounts([before.id], tx)).has(before.id);
      if (isAnswered && loosens(before, after))
        return fail("invalid", "input", { fields: { sensitive: ["stays_sensitive"] } });
      await rewrite({ tx }, { eventId, before, after, isAnswered });
    } else await addQuestion(tx, { eventId, asked: after });
    await emit({ kind: formChanged, payload: { eventId } });
    return ok({ eventId });
  },
});
