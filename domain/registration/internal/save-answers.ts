import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { answers } from "@/db/schema/registration";
import { type Given, questionsFor, savingOf } from "@/domain/answers/rules";
import { answersSchema } from "@/domain/answers/schema";
import type { Answers, Question } from "@/domain/forms/rules";
import { toStored } from "@/domain/forms/schema";
import type { Context } from "@/domain/kernel/context";
import { fieldErrors } from "@/domain/kernel/failures";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { givenBy } from "../queries/given";
import { claimUploads, withUploads } from "./claim-uploads";
import type { Asker } from "./lock-uploads";

/** Answers that the form of an event takes, and the form as it was then. */
export type Answered = { questions: readonly Question[]; answers: Answers };

type Posted = {
  eventId: Id<"event">;
  /** The form of the event, read while the event is held, so that the form stays as it is. */
  form: readonly Question[];
  posted: Record<string, unknown>;
  asker: Asker;
  /** Who has none yet is asked what registering asks, and nothing of what follows it. */
  hasPlace: boolean;
};

/** What was posted, read by the form of the event. */
export async function readAnswers(
  tx: Transaction,
  { eventId, form, posted, asker, hasPlace }: Posted,
): Promise<Result<Answered, "input">> {
  const questions = questionsFor(form, { hasPlace });
  const read = answersSchema(questions).safeParse(posted);
  if (!read.success) return fail("invalid", "input", { fields: fieldErrors(read.error) });
  const answers = await withUploads(tx, { eventId, questions, answers: read.data, asker });
  return answers.ok ? ok({ questions, answers: answers.value }) : answers;
}

/** What its holder agreed to ended with the registration: a new one begins without, whoever makes it. */
export async function endConsents(
  { tx }: Pick<Context, "tx">,
  registrationId: Id<"registration">,
): Promise<void> {
  const given = await givenBy(registrationId, tx);
  const agreed = given.filter(({ asked }) => asked.kind === "consent").map(({ questionId }) => questionId);
  if (agreed.length === 0) return;
  await tx
    .delete(answers)
    .where(and(eq(answers.registrationId, registrationId), inArray(answers.questionId, agreed)));
}

type Saving = {
  registrationId: Id<"registration">;
  eventId: Id<"event">;
  answered: Answered;
  /** Whether the registration was made just now: nothing is asked of the database that cannot be there. */
  isNew?: boolean;
};

/**
 * Writes answers beside those that the form no longer shows; true when something has changed. Those of a new
 * registration are sent at once, so that they can stand right behind it.
 */
export async function saveAnswers(context: Pick<Context, "tx" | "now">, asked: Saving): Promise<boolean> {
  const { registrationId, answered, isNew } = asked;
  if (answered.questions.length === 0) return false;
  const given = isNew ? [] : await givenBy(registrationId, context.tx);
  const saving = savingOf(answered.questions, given, answered.answers);
  await write(context, asked, { ...saving, given });
  return saving.put.length + saving.drop.length > 0;
}

/** Writes answers from a form that did not show earlier ones: what is empty there was not cleared. */
export async function addAnswers(context: Pick<Context, "tx" | "now">, asked: Saving): Promise<void> {
  const { registrationId, answered } = asked;
  if (answered.answers.size === 0) return;
  const given = await givenBy(registrationId, context.tx);
  const { put } = savingOf(answered.questions, given, answered.answers);
  await write(context, asked, { put, drop: [], given });
}

async function write(
  { tx, now }: Pick<Context, "tx" | "now">,
  { registrationId, eventId }: Saving,
  { put, drop, given }: ReturnType<typeof savingOf> & { given: readonly Given[] },
): Promise<void> {
  if (drop.length > 0)
    await tx
      .delete(answers)
      .where(and(eq(answers.registrationId, registrationId), inArray(answers.questionId, drop)));
  if (put.length > 0)
    await tx
      .insert(answers)
      .values(
        put.map(({ value, ...one }) => ({
          ...one,
          value: toStored(value),
          ...{ registrationId, eventId, answeredAt: now },
        })),
      )
      .onConflictDoUpdate({
        target: [answers.registrationId, answers.questionId],
        set: {
          version: sql`excluded.version`,
          value: sql`excluded.value`,
          answeredAt: sql`excluded.answered_at`,
        },
      })
      .execute();
  const before = new Map(given.map(({ questionId, value }) => [questionId, value]));
  await claimUploads(
    tx,
    registrationId,
    put.map(({ questionId, value }) => ({ questionId, value, before: before.get(questionId) })),
  );
}
