import { sql } from "drizzle-orm";
import { answers } from "@/db/schema/registration";
import type { Context } from "@/domain/kernel/context";
import { noteForgotten } from "@/domain/kernel/forgotten";
import type { Id } from "@/lib/ids";
import { type ConfidentialAnswer, confidentialAnswersOf } from "../queries/forgettable";
import { withdrawConsents } from "./consents";

type Ground = Pick<Context, "tx" | "now">;

/** Deletes what was answered in confidence, and notes how much it was. */
export async function dropConfidential(context: Ground, rows: readonly ConfidentialAnswer[]): Promise<void> {
  if (rows.length === 0) return;
  const these = sql.join(
    rows.map(({ registrationId, questionId }) => sql`(${registrationId}, ${questionId})`),
    sql`, `,
  );
  await context.tx
    .delete(answers)
    .where(sql`(${answers.registrationId}, ${answers.questionId}) in (${these})`);
  await noteForgotten(
    context,
    "sensitive",
    rows.map(({ eventId }) => eventId),
  );
}

/**
 * What ends with registrations that were given back, taken away or declined: what they agreed to, and what was said in
 * confidence. Nobody cooks for who does not come; whoever comes after all is asked again.
 */
export async function endRegistrations(context: Ground, ids: readonly Id<"registration">[]): Promise<void> {
  await withdrawConsents(context, ids);
  await dropConfidential(context, await confidentialAnswersOf(context.tx, ids));
}
