import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { type Id, newId } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { addQuestion } from "../internal/form-edit";
import { movedLimits } from "../internal/planned-form";
import { questionsOf } from "../queries";
import { copyFormInput } from "../schema";

/** Gives a new event the questions of another of the same network, without anybody's answers; days that limit a date move with it. */
export const copyForm = defineCommand({
  name: "copy-form",
  input: copyFormInput,
  permission: "form.edit",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, { eventId, fromEventId }, event) => {
    const original = await eventScope(tx, fromEventId);
    if (original?.networkId !== event.networkId) return fail("not_found", "missing");
    const copies = new Map<Id<"question">, Id<"question">>();
    for (const { id, version: _, ...asked } of await questionsOf(fromEventId, tx)) {
      const copy = newId("question");
      copies.set(id, copy);
      const showIf = asked.showIf.map((one) => ({
        ...one,
        questionId: copies.get(one.questionId) ?? one.questionId,
      }));
      const limits = movedLimits(asked.limits, original, event);
      await addQuestion(tx, { id: copy, eventId, asked: { ...asked, limits, showIf } });
    }
    return ok({ eventId, questions: copies.size });
  },
});
