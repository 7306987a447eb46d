import { expect, it } from "vitest";
import { db } from "@/db/client";
import { emailChanges } from "@/db/schema/people";
import { invitations } from "@/db/schema/registration";
import { guest, personActor } from "@/db/testing/actors";
import { aLogin, aPersonEverywhere } from "@/db/testing/everywhere";
import { anEvent, aPerson } from "@/db/testing/makers";
import { at, START } from "@/db/testing/rooms";
import { updateProfile } from "@/domain/people/commands/update-profile";
import { sections } from "../rules";
import { personalDataOf } from "./personal-data";

const asked = { locale: "de" as const, now: at(900) };

it("P11: shows somebody who left something everywhere all of it, and no other name but the partner's", async () => {
  const { actor, person, event, canary } = await aPersonEverywhere();
  const token = await aLogin(person, START);
  const { name, organisation, locale, timeZone } = person;
  await updateProfile({ actor, input: { name, organisation, locale, timeZone }, now: at(20) });
  const data = await personalDataOf(actor, asked);
  if (!data) throw new Error("the person is gone");
  for (const section of sections) expect(data[section], section).not.toEqual([]);
  expect(data.profile).toMatchObject([{ name: canary.name, email: canary.email }]);
  expect(data.registrations).toMatchObject([
    { event: event.title, status: "confirmed", email: canary.email },
    { event: event.title, name: canary.name, email: canary.email, askedAt: START },
  ]);
  expect(data.refusals).toMatchObject([{ refusedAt: expect.any(Date) }, { state: "failed" }]);
  expect(data.answers).toMatchObject([
    { question: "Was erwarten Sie?", answer: `Fragen an ${canary.email}` },
    { question: "Ihr Lebenslauf", answer: `${canary.name}.pdf` },
    {
      question: "Ihre Rückmeldung zur Veranstaltung",
      answer: `4 von 5 · Gern wieder, ${canary.name}`,
    },
  ]);
  expect(data.consents).toMatchObject([
    { consent: "1:1-Gespräche", act: "given", version: 1, language: "de" },
  ]);
  expect(data.talks).toMatchObject([{ partner: "Petra Partnerin", status: "accepted" }]);
  expect(data.rooms).toMatchObject([{ name: canary.name, minutes: 10 }]);
  expect(data.messages).toMatchObject([
    { text: `Hier ist ${canary.name}` },
    { question: "Wer sind Sie?", answer: canary.name },
  ]);
  const question = `Fragt ${canary.name}?`;
  expect(data.questions).toMatchObject([
    { act: "asked", text: question, anonymous: true, state: "new" },
    { act: "voted", text: question },
  ]);
  const text = JSON.stringify(data);
  expect(text).not.toContain("Fremder Wunschpartner");
  expect(text, "nothing that opens anything").not.toContain(token);
});

it("shows nothing of one person to another, and nothing to guests", async () => {
  const { canary } = await aPersonEverywhere();
  const other = await personalDataOf(personActor(await aPerson()), asked);
  expect(JSON.stringify(other).toLowerCase()).not.toContain(canary.word);
  expect(other?.registrations).toEqual([]);
  expect(await personalDataOf(guest, asked)).toBeUndefined();
});

it("names what an earlier address was invited to while it was the person's, and nothing since", async () => {
  const person = await aPerson();
  const earlier = `${crypto.randomUUID()}@example.org`;
  const change = { personId: person.id, fromEmail: earlier, toEmail: person.email, locale: "de" as const };
  await db()
    .insert(emailChanges)
    .values({ ...change, expiresAt: START, usedAt: START });
  const invited = async (label: string, createdAt: Date) => {
    const { id: eventId } = await anEvent();
    const to = { eventId, email: earlier, label, locale: "de" as const, maxUses: 1, mailing: 1 };
    await db()
      .insert(invitations)
      .values({ ...to, code: crypto.randomUUID(), mailedAt: createdAt, createdAt });
  };
  await invited("Vorher", at(-60));
  await invited("Nachfolge", at(60));
  const data = await personalDataOf(personActor(person), asked);
  expect(data?.registrations.map(({ name }) => name)).toEqual(["Vorher"]);
});
