import { describe, expect, it } from "vitest";
import { guest } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { aQuestion } from "@/db/testing/forms";
import { questionsOf } from "../queries";
import { openForm } from "./open-form";

const words = (text: string) => ({ label: { de: text }, purpose: { de: "Planung" } });
const form = [
  { ...words("Essen Sie mit?"), kind: "choice" as const, options: [{ de: "Ja" }, { de: "Nein" }] },
  { ...words("Was?"), kind: "long" as const, sensitive: true, showIf: [{ question: 0, answer: 0 }] },
  { ...words("Fotos"), kind: "consent" as const },
  { ...words("Wovon?"), kind: "text" as const, showIf: [{ question: 2, answer: true as const }] },
  { ...words("Anreise"), kind: "date" as const, from: -1, to: 2 },
];

const open = ({ event, actor }: Awaited<ReturnType<typeof aDesk>>, asked: unknown[] = form) =>
  openForm({ actor, input: { eventId: event.id, form: asked } });

describe("openForm", () => {
  it("asks what the plan says, in its order, with ids and days of its own", async () => {
    const desk = await aDesk();
    expect(await open(desk)).toMatchObject({ ok: true, value: { questions: 5 } });
    const [meal, diet, photos, whose, arrival] = await questionsOf(desk.event.id);
    expect(meal).toMatchObject({ label: { de: "Essen Sie mit?", en: "" }, version: 1, sensitive: false });
    const [yes, no] = meal?.options ?? [];
    expect([yes?.de, no?.de, yes?.id === no?.id]).toEqual(["Ja", "Nein", false]);
    expect(diet).toMatchObject({ sensitive: true, showIf: [{ questionId: meal?.id, answer: yes?.id }] });
    expect(whose?.showIf).toEqual([{ questionId: photos?.id, answer: "true" }]);
    expect(arrival?.limits).toMatchObject({ from: "2027-03-20", to: "2027-03-23" });
  });

  it("touches no form that asks something already", async () => {
    const desk = await aDesk();
    const question = await aQuestion(desk.event);
    expect(await open(desk)).toMatchObject({ failure: { kind: "conflict", reason: "wrong_state" } });
    expect(await questionsOf(desk.event.id)).toEqual([question]);
  });

  it("asks nothing of a form of which one question is wrong", async () => {
    const desk = await aDesk();
    const wrong = [...form, { ...words("Mehr?"), kind: "text", showIf: [{ question: 6, answer: 0 }] }];
    expect(await open(desk, wrong)).toMatchObject({
      failure: { fields: { "form.5.showIf": ["earlier_question"] } },
    });
    expect(await questionsOf(desk.event.id)).toEqual([]);
  });

  it("looks like a missing event to everybody else", async () => {
    const desk = await aDesk({ status: "draft" });
    for (const actor of [guest, ...desk.strangers])
      expect(await open({ ...desk, actor })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await questionsOf(desk.event.id)).toEqual([]);
  });
});
