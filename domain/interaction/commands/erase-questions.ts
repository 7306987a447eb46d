import { and, inArray, ne } from "drizzle-orm";
import { z } from "zod";
import { audienceQuestions, questionVotes } from "@/db/schema/interaction-questions";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";

/**
 * Empties what somebody who is erased has asked. What was answered stays as a place without words, because the answer belongs
 * to the others; everything else is gone from sight. Their votes go.
 */
export const eraseQuestions = defineCommand({
  name: "erase-questions",
  input: z.object({ admissionIds: z.array(idOf("admission")) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx, emit }, { admissionIds }) => {
    if (admissionIds.length === 0) return ok({ gone: 0 });
    const { id, eventId, state, admissionId, mergedIntoId } = audienceQuestions;
    const isOwn = inArray(admissionId, admissionIds);
    const emptied = await tx
      .update(audienceQuestions)
      .set({ text: "", pinnedAt: null, mergedIntoId: null })
      .where(isOwn)
      .returning({ id, eventId });
    const ids = emptied.map((row) => row.id);
    if (ids.length > 0) {
      await tx.update(audienceQuestions).set({ mergedIntoId: null }).where(inArray(mergedIntoId, ids));
      await tx
        .update(audienceQuestions)
        .set({ state: "withdrawn" })
        .where(and(isOwn, ne(state, "answered")));
    }
    const votes = await tx
      .delete(questionVotes)
      .where(inArray(questionVotes.admissionId, admissionIds))
      .returning({ id: questionVotes.questionId });
    for (const changed of new Set(emptied.map((row) => row.eventId)))
      await emit({ kind: "question.changed", payload: { eventId: changed } });
    return ok({ gone: emptied.length + votes.length });
  },
});
