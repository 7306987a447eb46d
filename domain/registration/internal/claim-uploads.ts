import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { uploads } from "@/db/schema/registration-uploads";
import { uploadsIn, uploadText } from "@/domain/forms/labels";
import { type Answer, type Answers, fieldOf, type Question } from "@/domain/forms/rules";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { type Asker, lockUploads } from "./lock-uploads";

type Resolving = { eventId: Id<"event">; questions: readonly Question[]; answers: Answers; asker: Asker };

/**
 * Answers with the names under which their files were kept, whatever was posted as one; refused where a file is gone, is
 * somebody else's or was brought to another question.
 */
export async function withUploads(tx: Transaction, asked: Resolving): Promise<Result<Answers, "input">> {
  const files = asked.questions.filter(({ kind, id }) => kind === "file" && asked.answers.has(id));
  if (files.length === 0) return ok(asked.answers);
  const ids = files.flatMap(({ id }) => uploadsIn(asked.answers.get(id)).map((one) => one.id));
  const rows = await lockUploads(tx, asked, ids);
  const held = new Map(rows.map((row) => [row.id, row]));
  const answers = new Map<Id<"question">, Answer>(asked.answers);
  const gone: Record<string, string[]> = {};
  for (const { id: questionId } of files) {
    const named = [...new Set(uploadsIn(asked.answers.get(questionId)).map(({ id }) => id))];
    const kept = named.flatMap((id) => {
      const row = held.get(id);
      return row?.questionId === questionId ? [uploadText(row)] : [];
    });
    answers.set(questionId, kept);
    if (kept.length < named.length) gone[fieldOf(questionId)] = ["file_gone"];
  }
  return Object.keys(gone).length > 0 ? fail("invalid", "input", { fields: gone }) : ok(answers);
}

type Claim = { questionId: Id<"question">; value: Answer; before: Answer | undefined };

/** The answers are written: from now on their files are theirs, and what they no longer name goes. */
export async function claimUploads(
  tx: Transaction,
  registrationId: Id<"registration">,
  written: readonly Claim[],
): Promise<void> {
  for (const { questionId, value, before } of written) {
    const ids = uploadsIn(value).map(({ id }) => id);
    // Most answers are no files, and were none: whoever registers waits for no statement more.
    if (ids.length === 0 && uploadsIn(before).length === 0) continue;
    const ofQuestion = eq(uploads.questionId, questionId);
    await tx
      .delete(uploads)
      .where(and(eq(uploads.registrationId, registrationId), ofQuestion, notInArray(uploads.id, ids)));
    await tx
      .update(uploads)
      .set({ registrationId })
      .where(and(inArray(uploads.id, ids), ofQuestion, isNull(uploads.registrationId)));
  }
}
