import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { consents } from "@/db/schema/registration-consents";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aQuestion } from "@/db/testing/forms";
import { anEvent, aPerson } from "@/db/testing/makers";
import { agreedMark, fieldOf } from "@/domain/forms/rules";
import { messages } from "@/lib/i18n/messages";
import { cancelRegistration } from "../commands/cancel-registration";
import { changeRegistration } from "../commands/change-registration";
import { registerForEvent } from "../commands/register-for-event";
import { consentTexts } from "../labels";

type RegistrationId = `reg_${string}`;

const wordsOf = async (id: RegistrationId) =>
  (await db().select().from(consents).where(eq(consents.registrationId, id)).orderBy(asc(consents.seq))).map(
    ({ what, act, how, locale, textVersion }) => [what, act, how, locale, textVersion],
  );

async function registered(more: object = {}) {
  const event = await anEvent();
  const person = await aPerson();
  const actor = personActor(person);
  const input = { eventId: event.id, name: person.name, email: person.email, ...more };
  const result = await registerForEvent({ actor, input });
  if (!result.ok) throw new Error(result.failure.reason);
  return { event, person, actor, registrationId: result.value.registrationId, input };
}

it("P05: writes down what was agreed to by the form, on the own page, and how it ended", async () => {
  const { actor, registrationId, input } = await registered({ talksOptIn: true, locale: "en" });
  const change = (more: object) => changeRegistration({ actor, input: { registrationId, ...more } });
  await change({ listed: "public", locale: "de" });
  await change({ listed: "public", name: "Andere Schreibweise" });
  await change({ listed: "participants", talksOptIn: false, locale: "de" });
  await cancelRegistration({ actor, input: { registrationId } });
  const first = [
    ["talks", "given", "form", "en", consentTexts.talks],
    ["listed.public", "given", "page", "de", 1],
    ["listed.public", "withdrawn", "page", "de", 1],
    ["talks", "withdrawn", "page", "en", 1],
    ["listed.participants", "given", "page", "de", 1],
    ["listed.participants", "withdrawn", "ended", "de", 1],
  ];
  const sorted = (rows: unknown[][]) => rows.map((row) => row.join(" ")).sort();
  expect(sorted(await wordsOf(registrationId))).toEqual(sorted(first));
  // Who comes back has agreed to nothing but what they say now.
  await registerForEvent({ actor, input: { ...input, talksOptIn: true } });
  expect((await wordsOf(registrationId)).slice(first.length)).toEqual([["talks", "given", "form", "en", 1]]);
});

it("names a question's consent by its id and version, and writes nothing where nobody agrees", async () => {
  const event = await anEvent();
  const question = await aQuestion(event, { kind: "consent" });
  const register = async (name: string, answers: object) => {
    const email = `${name}@example.org`;
    const result = await registerForEvent({
      actor: guest,
      input: { eventId: event.id, name, email, answers },
    });
    if (!result.ok) throw new Error(result.failure.reason);
    return result.value.registrationId;
  };
  const agreed = await register("ja", { [fieldOf(question.id)]: agreedMark(question) });
  expect(await wordsOf(agreed)).toEqual([[question.id, "given", "form", "de", question.version]]);
  const silent = await register("nein", {});
  expect(await wordsOf(silent)).toEqual([]);
  const seat = seatActor({ id: agreed, eventId: event.id });
  await changeRegistration({ actor: seat, input: { registrationId: agreed, answers: {} } });
  expect((await wordsOf(agreed)).slice(1)).toEqual([
    [question.id, "withdrawn", "page", "de", question.version],
  ]);
});

it("the database changes no word of it afterwards", async () => {
  const { registrationId } = await registered({ talksOptIn: true });
  const forged = db()
    .update(consents)
    .set({ act: "withdrawn" })
    .where(eq(consents.registrationId, registrationId));
  await expect(forged).rejects.toMatchObject({
    cause: expect.objectContaining({ constraint: "consents_never_changed" }),
  });
});

it("a new wording has a new version: whoever changes one of these texts raises its number and this hash", () => {
  const texts = (["de", "en"] as const).map((locale) => {
    const { form, mine } = messages[locale].registration;
    return {
      talks: [form.talks, mine.talks],
      listed: [mine.listed, mine.listedHint, mine.participants, mine.public],
    };
  });
  const hash = createHash("sha256")
    .update(JSON.stringify([consentTexts, texts]))
    .digest("hex");
  expect(hash.slice(0, 16)).toBe("98759e330a0535ed");
});
