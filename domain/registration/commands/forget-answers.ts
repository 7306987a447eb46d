import { sql } from "drizzle-orm";
import { answers } from "@/db/schema/registration";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { ok } from "@/lib/result";
import { lockForgettableAnswers } from "../queries/forgettable";

/**
 * Deletes what was answered in confidence, two weeks after the event (P21): long before the registration itself goes.
 * `gone` is 0 when there is nothing left to forget.
 */
export const forgetAnswers = defineCommand({
  name: "forget-answers",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const rows = await lockForgettableAnswers(tx, { now, limit });
    if (rows.length === 0) return ok({ gone: 0 });
    const these = sql.join(
      rows.map(({ registrationId, questionId }) => sql`(${registrationId}, ${questionId})`),
      sql`, `,
    );
    await tx.delete(answers).where(sql`(${answers.registrationId}, ${answers.questionId}) in (${these})`);
    await noteForgotten(
      context,
      "sensitive",
      rows.map(({ eventId }) => eventId),
    );
    return ok({ gone: rows.length });
  },
});
