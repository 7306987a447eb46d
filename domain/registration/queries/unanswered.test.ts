import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { formQuestions, questionWordings } from "@/db/schema/forms";
import { registrations } from "@/db/schema/registration";
import { dice } from "@/db/seed/random";
import { eventActor } from "@/db/testing/actors";
import { anAnswer, aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { anEvent, anEventRole, aRegistration } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/seats";
import { openQuestions } from "@/domain/answers/rules";
import { questionsOf } from "@/domain/forms/queries";
import type { Answer, Definition, Question } from "@/domain/forms/rules";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { listChoice } from "../schema";
import { listForDesk } from "./desk-list";
import { givenBy } from "./given";
import { hasNotFollowed } from "./unanswered";

type Event = Awaited<ReturnType<typeof anEvent>>;

/** By name, as the desk and the messages choose them. */
async function owing(event: Event, inConfidence = true): Promise<string[]> {
  const rows = await db()
    .select({ name: registrations.name })
    .from(registrations)
    .where(and(eq(registrations.eventId, event.id), hasNotFollowed({ inConfidence })));
  return rows.map(({ name }) => name).sort();
}
const followUp = (more: Partial<Definition> = {}): Partial<Definition> => ({ stage: "followUp", ...more });
const whenAt = (question: Question, answer: string): Partial<Definition> => ({
  showIf: [{ questionId: question.id, answer }],
});
async function somebody(event: Event, name: string, given: readonly [Question, Answer][] = []) {
  const row = await aRegistration(event, { name });
  for (const [question, answer] of given) await anAnswer(row, question, answer);
  return row;
}
/** As an edit of the form does it: the earlier wording is kept for who answered to it. */
async function reworded(question: Question, change: Partial<Definition>): Promise<void> {
  const { id, version, ...before } = question;
  await db().insert(questionWordings).values({ questionId: id, version, definition: before });
  await db()
    .update(formQuestions)
    .set({ version: version + 1, definition: { ...before, ...change } })
    .where(eq(formQuestions.id, id));
}

describe("who has not answered yet", () => {
  it("is nobody whom no answer of theirs brings the question to", async () => {
    const event = await anEvent();
    const place = await aQuestion(event, aPlaceChoice);
    const arrival = await aQuestion(event, followUp(whenAt(place, "site")));
    await somebody(event, "am Bildschirm", [[place, "online"]]);
    await somebody(event, "nichts gesagt");
    await somebody(event, "vor Ort", [[place, "site"]]);
    await somebody(event, "beantwortet", [
      [place, "site"],
      [arrival, "mittags"],
    ]);
    expect(await owing(event)).toEqual(["vor Ort"]);
  });

  it("is asked by what was ticked among several, by a consent, and by one follow-up after another", async () => {
    const event = await anEvent();
    const wishes = await aQuestion(event, { ...aPlaceChoice, kind: "choices" });
    const photos = await aQuestion(event, { kind: "consent" });
    const day = await aQuestion(event, followUp({ ...aPlaceChoice, ...whenAt(wishes, "site") }));
    await aQuestion(event, followUp({ required: true, ...whenAt(day, "online") }));
    await aQuestion(event, followUp(whenAt(photos, "true")));
    await somebody(event, "nichts davon", [[wishes, ["online"]]]);
    await somebody(event, "beides", [[wishes, ["online", "site"]]]);
    await somebody(event, "eingewilligt", [[photos, true]]);
    await somebody(event, "die nächste steht an", [
      [wishes, ["site"]],
      [day, "online"],
    ]);
    await somebody(event, "fertig", [
      [wishes, ["site"]],
      [day, "site"],
    ]);
    // What was said to a question that is not asked brings up no other.
    await somebody(event, "früher so", [[day, "online"]]);
    expect(await owing(event)).toEqual(["beides", "die nächste steht an", "eingewilligt"]);
  });

  it("owes nothing to a question that was taken off, and an answer to it stands for none", async () => {
    const event = await anEvent();
    const gone = await aQuestion(event, followUp());
    await somebody(event, "Ada", [[gone, "ja"]]);
    const archive = () =>
      db().update(formQuestions).set({ archivedAt: new Date() }).where(eq(formQuestions.id, gone.id));
    await archive();
    expect(await owing(event)).toEqual([]);
    await aQuestion(event, followUp());
    expect(await owing(event)).toEqual(["Ada"]);
  });

  it("is asked again where an edit left the answer without its option, or agreed to other words", async () => {
    const event = await anEvent();
    const place = await aQuestion(event, followUp(aPlaceChoice));
    const photos = await aQuestion(event, followUp({ kind: "consent", required: true }));
    for (const answer of ["site", "online"])
      await somebody(event, answer, [
        [place, answer],
        [photos, true],
      ]);
    await reworded(place, { options: [{ id: "site", de: "Im Haus", en: "In the house" }] });
    expect(await owing(event)).toEqual([]);
    await reworded(photos, { label: { de: "Auch Filme?", en: "" } });
    expect(await owing(event)).toEqual(["online", "site"]);
  });
});

describe("who has not answered yet, for who may not read what was said in confidence", () => {
  async function aDiscreetEvent() {
    const office = await anOffice();
    const { event } = office;
    const diet = await aQuestion(event, { ...aPlaceChoice, sensitive: true });
    const details = await aQuestion(event, followUp({ sensitive: true, ...whenAt(diet, "site") }));
    await somebody(event, "Ada", [[diet, "site"]]);
    await somebody(event, "Ben", [[diet, "online"]]);
    const namesBy = async (actor: Actor) => {
      const choice = listChoice.parse({ status: "unanswered" });
      return (await listForDesk(actor, { eventId: event.id, choice }))?.rows.map(({ name }) => name).sort();
    };
    const role = async (name: "host" | "observer") => eventActor(await anEventRole(event, name), event, name);
    return { ...office, details, namesBy, host: await role("host"), observer: await role("observer") };
  }

  it("tells nobody's confidential answer by who owes another one that it brought up", async () => {
    const { event, actor, host, namesBy } = await aDiscreetEvent();
    expect(await namesBy(actor)).toEqual(["Ada"]);
    expect(await namesBy(host)).toEqual([]);
    await aQuestion(event, followUp());
    expect(await namesBy(host)).toEqual(["Ada", "Ben"]);
  });

  it("lets an answer in confidence stand for none of the open ones, nor the other way round", async () => {
    const { event, actor, details, host, namesBy } = await aDiscreetEvent();
    const open = await aQuestion(event, followUp());
    await somebody(event, "Cem", [[details, "viel"]]);
    await somebody(event, "Dora", [[open, "ja"]]);
    expect(await namesBy(actor)).toEqual(["Ada", "Ben", "Cem"]);
    expect(await namesBy(host)).toEqual(["Ada", "Ben", "Cem"]);
    await anAnswer(await aRegistration(event, { name: "Eva" }), details, "wenig");
    expect(await namesBy(host)).toEqual(["Ada", "Ben", "Cem", "Eva"]);
  });

  it("tells who may read no answer at all nothing: the list stays as it is without the question", async () => {
    const { event, observer, namesBy } = await aDiscreetEvent();
    const place = await aQuestion(event, aPlaceChoice);
    await aQuestion(event, followUp(whenAt(place, "site")));
    await somebody(event, "Cem", [[place, "site"]]);
    expect(await namesBy(observer)).toEqual(["Ada", "Ben", "Cem"]);
  });
});

/** A form with every kind of dependency, of which each question may have been reworded. */
async function aFormOfAll(event: Event) {
  const place = await aQuestion(event, aPlaceChoice);
  const wishes = await aQuestion(event, { ...aPlaceChoice, kind: "choices", ...whenAt(place, "site") });
  const photos = await aQuestion(event, { kind: "consent" });
  const day = await aQuestion(event, followUp({ ...aPlaceChoice, ...whenAt(wishes, "online") }));
  const meal = await aQuestion(event, followUp({ required: true, ...whenAt(day, "site") }));
  const names = await aQuestion(event, followUp(whenAt(photos, "true")));
  return { day, choices: [place, day], lists: [wishes], ticks: [photos], lines: [meal, names] };
}

it("says of everybody the same as their own page", async () => {
  const event = await anEvent();
  const form = await aFormOfAll(event);
  const roll = dice(20_271_103);
  const answer = (): [Question, Answer][] => [
    ...form.choices.map((one): [Question, Answer] => [one, roll.pick(["site", "online"])]),
    ...form.lists.map((one): [Question, Answer] => [
      one,
      roll.pick([["site"], ["online"], ["site", "online"]]),
    ]),
    ...form.ticks.map((one): [Question, Answer] => [one, true]),
    ...form.lines.map((one): [Question, Answer] => [one, "ja"]),
  ];
  const people: { id: Id<"registration">; name: string }[] = [];
  for (let number = 0; number < 60; number++)
    people.push(
      await somebody(
        event,
        `Person ${number}`,
        answer().filter(() => roll.next() < 0.6),
      ),
    );
  for (const one of form.lists) await reworded(one, { label: { de: "Neu", en: "" } });
  await reworded(form.day, { options: form.day.options.slice(0, 1) });
  const questions = await questionsOf(event.id);
  const expected: string[] = [];
  for (const { id, name } of people) {
    const open = openQuestions(questions, await givenBy(id, db()));
    if (open.some(({ stage }) => stage === "followUp")) expected.push(name);
  }
  expect(expected.length).toBeGreaterThan(5);
  expect(expected.length).toBeLessThan(55);
  expect(await owing(event)).toEqual(expected.sort());
});
