import { eq } from "drizzle-orm";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { isOpenQuestion } from "../rules/questions";
import type { Asker } from "./asking";
import { lockQuestion } from "./question-locks";

type Named = { eventId: Id<"event">; questionId: Id<"audienceQuestion"> };

/** Takes one's own question back until it is settled: its words go at once, and what was merged into it stands by itself again. */
export async function withdraw({ tx, now, emit }: Context, asker: Asker, { eventId, questionId }: Named) {
  const question = await lockQuestion(tx, { eventId, questionId });
  const isOwn =
    "admissionId" in asker
      ? question?.admissionId === asker.admissionId
      : question?.hallGuestId === asker.hallGuestId;
  if (!question || !isOwn || question.state === "withdrawn") return fail("not_found", "missing_question");
  if (!isOpenQuestion(question.state)) return fail("conflict", "settled");
  await tx
    .update(audienceQuestions)
    .set({ mergedIntoId: null })
    .where(eq(audienceQuestions.mergedIntoId, questionId));
  await tx
    .update(audienceQuestions)
    .set({ state: "withdrawn", text: "", hallName: "", mergedIntoId: null, pinnedAt: null, settledAt: now })
    .where(eq(audienceQuestions.id, questionId));
  await emit({ kind: "question.changed", payload: { eventId } });
  return ok({ questionId });
}
