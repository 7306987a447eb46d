import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { aDesk } from "@/db/testing/agenda";
import { anAnswer, aPlaceChoice, aQuestion, posted } from "@/db/testing/forms";
import { aRegistration } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { questionsOf, wordingsOf } from "../queries";
import { MOST_QUESTIONS } from "../rules";
import { saveQuestion } from "./save-question";

async function scene(values: Parameters<typeof aDesk>[0] = {}) {
  const desk = await aDesk(values);
  const save = (input: object) =>
    saveQuestion({ actor: desk.actor, input: { eventId: desk.event.id, ...input } });
  return { ...desk, save, questions: () => questionsOf(desk.event.id) };
}

describe("saveQuestion", () => {
  it("puts questions on the form in the order they came, and changes them", async () => {
    const { event, save, questions } = await scene();
    expect(await save(posted())).toMatchObject({ ok: true });
    await save(posted({ kind: "choices", labelDe: "Themen", optionsDe: "A\nB", max: "1" }));
    const [first] = await questions();
    await save(posted({ questionId: first?.id, labelDe: "Was hoffen Sie?", required: "on" }));
    expect(await questions()).toMatchObject([
      { id: first?.id, version: 1, label: { de: "Was hoffen Sie?" }, required: true },
      { kind: "choices", options: [{ de: "A" }, { de: "B" }], limits: { max: 1 } },
    ]);
    const facts = await db().select().from(outbox).where(eq(outbox.kind, "form.changed"));
    expect(facts.filter(({ payload }) => JSON.stringify(payload).includes(event.id))).toHaveLength(3);
  });

  it("keeps the wording that answers were given to, and only where it matters", async () => {
    const { event, save, questions } = await scene();
    const question = await aQuestion(event);
    await anAnswer(await aRegistration(event), question, "Austausch");
    const same = { questionId: question.id, labelDe: question.label.de, labelEn: question.label.en };
    await save(posted({ ...same, helpDe: "Ein Satz genügt.", required: "on" }));
    expect(await questions()).toMatchObject([{ version: 1, required: true }]);
    await save(posted({ ...same, labelDe: "Worüber möchten Sie reden?" }));
    const [now] = await questions();
    expect(now).toMatchObject({ version: 2, label: { de: "Worüber möchten Sie reden?" } });
    const wordings = await wordingsOf([question.id], db());
    expect(wordings(question.id, 1)?.label.de).toBe(question.label.de);
    expect(wordings(question.id, 2)?.label.de).toBe("Worüber möchten Sie reden?");
  });

  it("asks what follows a registration after all else, and never the other way round", async () => {
    const { event, save, questions } = await scene();
    const follows = await aQuestion(event, { ...aPlaceChoice, stage: "followUp" });
    const waits = posted({ labelDe: "Neu", showIf: `${follows.id}:site` });
    expect(await save(waits)).toMatchObject({ failure: { fields: { showIf: ["earlier_question"] } } });
    expect(await save(posted({ labelDe: "Neu" }))).toMatchObject({ ok: true });
    expect(await save({ ...waits, stage: "followUp", labelDe: "Danach" })).toMatchObject({ ok: true });
    expect((await questions()).map(({ label, stage }) => [label.de, stage])).toEqual([
      ["Neu", "registration"],
      [follows.label.de, "followUp"],
      ["Danach", "followUp"],
    ]);
    const moved = posted({ questionId: (await questions())[0]?.id, labelDe: "Neu", stage: "followUp" });
    expect(await save(moved)).toMatchObject({ ok: true });
    expect(await questions()).toMatchObject([{ stage: "registration" }, {}, {}]);
  });

  it("keeps of a file question what it takes, and of others nothing of the kind", async () => {
    const { save, questions } = await scene();
    const file = { kind: "file", fileKinds: ["picture", "pdf"], megabytes: "3", max: "2" };
    expect(await save(posted({ ...file, max: "6" }))).toMatchObject({
      failure: { fields: { max: ["too_large"] } },
    });
    expect(await save(posted({ ...file, megabytes: "11" }))).toMatchObject({
      failure: { fields: { megabytes: ["too_large"] } },
    });
    await save(posted(file));
    await save(posted({ ...file, kind: "text" }));
    expect(await questions()).toMatchObject([
      { kind: "file", files: { kinds: ["pdf", "picture"], megabytes: 3 }, limits: { max: 2 } },
      { kind: "text", files: { kinds: [], megabytes: null } },
    ]);
  });

  it("never opens answers that were given in confidence", async () => {
    const { event, save, questions } = await scene();
    const question = await aQuestion(event, { sensitive: true });
    const open = posted({ questionId: question.id });
    await anAnswer(await aRegistration(event), question, "keine Nüsse");
    expect(await save(open)).toMatchObject({ failure: { fields: { sensitive: ["stays_sensitive"] } } });
    expect(await questions()).toMatchObject([{ sensitive: true }]);
  });

  it("lets no open question tell what was answered in confidence", async () => {
    const { event, save, questions } = await scene();
    const access = await aQuestion(event, { ...aPlaceChoice, sensitive: true });
    const waits = posted({ labelDe: "Welche Rampe?", showIf: `${access.id}:site` });
    const refused = { failure: { fields: { sensitive: ["confidence_follows"] } } };
    expect(await save(waits)).toMatchObject(refused);
    expect(await save({ ...waits, sensitive: "on" })).toMatchObject({ ok: true });
    const place = await aQuestion(event, aPlaceChoice);
    await aQuestion(event, { showIf: [{ questionId: place.id, answer: "site" }] });
    const options = { kind: "choice", optionsDe: "Vor Ort\nOnline", questionId: place.id };
    expect(await save(posted({ ...options, sensitive: "on" }))).toMatchObject(refused);
    expect(await questions()).toHaveLength(4);
  });

  it("lets a question wait for an earlier one, and that one keep what is waited for", async () => {
    const { event, save } = await scene();
    const place = await aQuestion(event, aPlaceChoice);
    const waits = { labelDe: "Essen", showIf: `${place.id}:site` };
    expect(await save(posted(waits))).toMatchObject({ ok: true });
    expect(await save(posted({ ...waits, showIf: `${place.id}:nowhere` }))).toMatchObject({
      failure: { fields: { showIf: ["earlier_question"] } },
    });
    const asText = posted({ questionId: place.id });
    expect(await save(asText)).toMatchObject({ failure: { reason: "question_needed" } });
  });

  it("is refused to strangers, for another event's question, and once the event is over", async () => {
    const { event, actor, strangers, questions } = await scene();
    const other = await scene();
    const theirs = await aQuestion(other.event);
    const input = { eventId: event.id, ...posted() };
    for (const stranger of strangers)
      expect(refusalOf(await saveQuestion({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    const crossed = await saveQuestion({ actor, input: { ...input, questionId: theirs.id } });
    expect(crossed).toMatchObject({ failure: { kind: "not_found" } });
    const over = await scene({ status: "ended" });
    expect(await over.save(posted())).toMatchObject({ failure: { reason: "wrong_state" } });
    expect(await questions()).toEqual([]);
    expect(await other.questions()).toMatchObject([{ label: theirs.label }]);
  });

  it("asks no more than anybody would answer", async () => {
    const { event, save } = await scene();
    for (let nth = 0; nth < MOST_QUESTIONS; nth++) await aQuestion(event);
    expect(await save(posted())).toMatchObject({ failure: { reason: "form_full" } });
  });
});
