import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { answers, registrations } from "@/db/schema/registration";
import { guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { anAnswer, aPlaceChoice, aQuestion, posted } from "@/db/testing/forms";
import { aNetwork, anEvent, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import { removeQuestion } from "@/domain/forms/commands/remove-question";
import { saveQuestion } from "@/domain/forms/commands/save-question";
import { fieldOf } from "@/domain/forms/rules";
import { toStored } from "@/domain/forms/schema";
import type { Id } from "@/lib/ids";
import { cancelRegistration } from "../commands/cancel-registration";
import { changeRegistration } from "../commands/change-registration";
import { registerAgain } from "../commands/register-again";
import { registerForEvent } from "../commands/register-for-event";
import { givenBy } from "../queries/given";

type Event = Awaited<ReturnType<typeof anEvent>>;

const said = (entries: readonly (readonly [{ id: Id<"question"> }, unknown])[]) =>
  Object.fromEntries(entries.map(([question, value]) => [fieldOf(question.id), value]));
const typed = ({ id: eventId }: Event, word: string, given: Record<string, unknown> = {}) => ({
  eventId,
  name: `${word} Beispiel`,
  email: `${word}@example.org`,
  answers: given,
});
const valuesOf = async (registrationId: Id<"registration">) =>
  (await givenBy(registrationId, db())).map(({ questionId, value }) => [questionId, value]);

async function aForm() {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const place = await aQuestion(event, { ...aPlaceChoice, required: true });
  const food = await aQuestion(event, {
    required: true,
    showIf: [{ questionId: place.id, answer: "site" }],
  });
  const office = organizerActor(await anOrganizer(network), network);
  return { event, place, food, office };
}

it("an answer to a question of another event is refused by the database, whichever event it names", async () => {
  const { event, place } = await aForm();
  const elsewhere = await aRegistration(await anEvent({ networkId: event.networkId }));
  const own = await aRegistration(event);
  const write = (registrationId: Id<"registration">, eventId: Id<"event">) =>
    db()
      .insert(answers)
      .values({
        eventId,
        registrationId,
        questionId: place.id,
        version: 1,
        value: toStored("site"),
        answeredAt: new Date(),
      });
  const refused = (constraint: string) => ({ cause: { code: "23503", constraint } });
  await expect(write(elsewhere.id, elsewhere.eventId)).rejects.toMatchObject(refused("answers_of_question"));
  await expect(write(elsewhere.id, event.id)).rejects.toMatchObject(refused("answers_of_registration"));
  expect(await valuesOf(elsewhere.id)).toEqual([]);
  await write(own.id, event.id);
  expect(await valuesOf(own.id)).toEqual([[place.id, "site"]]);
});

describe("answers given with a registration", () => {
  it("are stored as the form reads them, each kind as it was meant", async () => {
    const { event, place, food } = await aForm();
    const more = await aQuestion(event, { kind: "choices", options: aPlaceChoice.options ?? [] });
    const number = await aQuestion(event, { kind: "number" });
    const given = said([
      [place, "site"],
      [food, "007"],
      [more, ["site", "online"]],
      [number, "3,5"],
    ]);
    const result = await registerForEvent({ actor: guest, input: typed(event, "ada", given) });
    if (!result.ok) throw new Error("she registers");
    expect(await valuesOf(result.value.registrationId)).toEqual([
      [place.id, "site"],
      [food.id, "007"],
      [more.id, ["site", "online"]],
      [number.id, 3.5],
    ]);
  });

  it("are refused by field, and then nobody is registered", async () => {
    const { event, place, food } = await aForm();
    const input = typed(event, "bo", said([[place, "site"]]));
    expect(await registerForEvent({ actor: guest, input })).toMatchObject({
      failure: { kind: "invalid", fields: { [fieldOf(food.id)]: ["required"] } },
    });
    expect(await db().$count(registrations, eq(registrations.eventId, event.id))).toBe(0);
  });

  it("are left out where the question was not asked", async () => {
    const { event, place, food } = await aForm();
    const given = said([
      [place, "online"],
      [food, "heimlich"],
    ]);
    const result = await registerForEvent({ actor: guest, input: typed(event, "cleo", given) });
    if (!result.ok) throw new Error("she registers");
    expect(await valuesOf(result.value.registrationId)).toEqual([[place.id, "online"]]);
  });

  it("are not put into the mouth of whoever proved the address", async () => {
    const { event, place, food } = await aForm();
    const dora = await aPerson({ email: "dora@example.org" });
    const own = await registerForEvent({
      actor: personActor(dora),
      input: typed(event, "dora", said([[place, "online"]])),
    });
    if (!own.ok) throw new Error("she registers");
    const { registrationId } = own.value;
    const mallory = typed(
      event,
      "dora",
      said([
        [place, "site"],
        [food, "von fremder Hand"],
      ]),
    );
    expect(await registerForEvent({ actor: guest, input: mallory })).toMatchObject({ ok: true });
    await cancelRegistration({ actor: personActor(dora), input: { registrationId } });
    expect(await registerForEvent({ actor: guest, input: mallory })).toMatchObject({ ok: true });
    expect(await valuesOf(registrationId)).toEqual([[place.id, "online"]]);
  });

  it("can't be given with one click: what has to be answered asks for the form", async () => {
    const { event } = await aForm();
    const held = await aRegistration(await anEvent());
    const again = { eventId: event.id, registrationId: held.id };
    expect(await registerAgain({ actor: seatActor(held), input: again })).toMatchObject({
      failure: { reason: "questions_open" },
    });
    const plain = await anEvent();
    await aQuestion(plain);
    const free = { eventId: plain.id, registrationId: held.id };
    expect(await registerAgain({ actor: seatActor(held), input: free })).toMatchObject({ ok: true });
  });
});

describe("answers changed later", () => {
  it("are replaced and cleared by their giver, and stay when no form was posted", async () => {
    const { event, place, food } = await aForm();
    const registration = await aRegistration(event);
    const actor = seatActor(registration);
    const registrationId = registration.id;
    await anAnswer(registration, place, "site");
    await anAnswer(registration, food, "vegan");
    await changeRegistration({ actor, input: { registrationId, name: "Ada Neu" } });
    expect(await valuesOf(registrationId)).toHaveLength(2);
    const given = said([
      [place, "online"],
      [food, "vegan"],
    ]);
    expect(await changeRegistration({ actor, input: { registrationId, answers: given } })).toMatchObject({
      ok: true,
    });
    expect(await valuesOf(registrationId)).toEqual([[place.id, "online"]]);
    const bad = { registrationId, name: "Ada Alt", answers: said([[place, "nirgends"]]) };
    expect(await changeRegistration({ actor, input: bad })).toMatchObject({
      failure: { fields: { [fieldOf(place.id)]: ["unknown_choice"] } },
    });
    const [row] = await db().select().from(registrations).where(eq(registrations.id, registrationId));
    expect(row?.name).toBe("Ada Neu");
  });

  it("outlive every edit of the form", async () => {
    const { event, place, food, office } = await aForm();
    const registration = await aRegistration(event);
    await anAnswer(registration, place, "site");
    await anAnswer(registration, food, "vegan");
    const ofForm = { eventId: event.id };
    const asNumber = { ...ofForm, ...posted({ questionId: food.id, kind: "number" }) };
    expect(await saveQuestion({ actor: office, input: asNumber })).toMatchObject({ ok: true });
    expect(await removeQuestion({ actor: office, input: { ...ofForm, questionId: place.id } })).toMatchObject(
      {
        ok: true,
      },
    );
    const input = { registrationId: registration.id, answers: {} };
    expect(await changeRegistration({ actor: seatActor(registration), input })).toMatchObject({ ok: true });
    const given = await givenBy(registration.id, db());
    expect(given).toMatchObject([
      { questionId: place.id, value: "site", asked: { label: place.label } },
      { questionId: food.id, value: "vegan", asked: { kind: "text", label: food.label } },
    ]);
  });
});
