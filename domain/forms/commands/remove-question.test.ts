import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { formQuestions } from "@/db/schema/forms";
import { events } from "@/db/schema/programme";
import { aDesk } from "@/db/testing/agenda";
import { anAnswer, aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { aRegistration } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { formForDesk, questionsOf } from "../queries";
import { removeQuestion } from "./remove-question";

describe("removeQuestion", () => {
  it("deletes what nobody has answered, and keeps what somebody has", async () => {
    const { event, actor } = await aDesk();
    const [plain, answered] = [await aQuestion(event), await aQuestion(event)];
    await anAnswer(await aRegistration(event), answered, "Austausch");
    for (const { id } of [plain, answered])
      await removeQuestion({ actor, input: { eventId: event.id, questionId: id } });
    expect(await questionsOf(event.id)).toEqual([]);
    expect(await formForDesk(actor, event.id)).toMatchObject([
      { id: answered.id, isArchived: true, answers: 1 },
    ]);
  });

  it("is held back by the database too when somebody has answered", async () => {
    const { event } = await aDesk();
    const question = await aQuestion(event);
    await anAnswer(await aRegistration(event), question, "Austausch");
    const deleted = db().delete(formQuestions).where(eq(formQuestions.id, question.id));
    await expect(deleted).rejects.toMatchObject({ cause: { code: "23503" } });
  });

  it("goes with its event and all answers, in whatever order Postgres deletes them", async () => {
    const { event } = await aDesk();
    await anAnswer(await aRegistration(event), await aQuestion(event), "Austausch");
    const { rows } = await db().execute(
      sql`select condeferred from pg_constraint where conname = 'answers_of_question'`,
    );
    expect(rows).toEqual([{ condeferred: true }]);
    await db().delete(events).where(eq(events.id, event.id));
    expect(await questionsOf(event.id)).toEqual([]);
  });

  it("keeps a question that another waits for", async () => {
    const { event, actor } = await aDesk();
    const place = await aQuestion(event, aPlaceChoice);
    await aQuestion(event, { showIf: [{ questionId: place.id, answer: "site" }] });
    const input = { eventId: event.id, questionId: place.id };
    expect(await removeQuestion({ actor, input })).toMatchObject({ failure: { reason: "question_needed" } });
  });

  it("is refused to strangers, for another event's question, and once the event is over", async () => {
    const { event, actor, strangers } = await aDesk();
    const over = await aDesk({ status: "ended" });
    const [mine, theirs] = [await aQuestion(event), await aQuestion(over.event)];
    const input = { eventId: event.id, questionId: mine.id };
    for (const stranger of strangers)
      expect(refusalOf(await removeQuestion({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    expect(await removeQuestion({ actor, input: { ...input, questionId: theirs.id } })).toMatchObject({
      failure: { kind: "not_found" },
    });
    const late = { eventId: over.event.id, questionId: theirs.id };
    expect(await removeQuestion({ actor: over.actor, input: late })).toMatchObject({
      failure: { reason: "wrong_state" },
    });
    expect(await questionsOf(event.id)).toHaveLength(1);
  });
});
