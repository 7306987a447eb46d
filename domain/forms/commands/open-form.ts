import { formQuestions } from "@/db/schema/forms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { formEdit } from "../internal/form-edit";
import { questionsFrom } from "../internal/planned-form";
import { questionsOf } from "../queries";
import { openFormInput } from "../schema";

/** Gives a new event the questions of its plan. Reasons: wrong_state (it asks something already). */
export const openForm = defineCommand({
  name: "open-form",
  input: openFormInput,
  ...formEdit,
  run: async ({ tx }, { eventId, form }, event) => {
    if ((await questionsOf(eventId, tx)).length > 0) return fail("conflict", "wrong_state");
    const rows = questionsFrom(form, event).map(({ id, ...asked }, position) => ({
      ...{ id, eventId, position, definition: asked, sensitive: asked.sensitive },
    }));
    if (rows.length > 0) await tx.insert(formQuestions).values(rows);
    return ok({ eventId, questions: rows.length });
  },
});
