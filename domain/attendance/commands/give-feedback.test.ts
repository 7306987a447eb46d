import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { eventFeedback } from "@/db/schema/attendance-afterwards";
import { claimActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aClaim, aNetwork, anEvent, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import { at, START } from "@/db/testing/rooms";
import { feedbackFor } from "../queries/feedback";
import { giveFeedback } from "./give-feedback";

async function aPlace(values: Parameters<typeof aRegistration>[1] = {}) {
  const network = await aNetwork();
  const event = await anEvent({ network, startsAt: START });
  const person = await aPerson();
  const registration = await aRegistration(event, { personId: person.id, provenAt: at(-60), ...values });
  return { network, event, person, registration };
}
const saidOf = (registrationId: `reg_${string}`) =>
  db().select().from(eventFeedback).where(eq(eventFeedback.registrationId, registrationId));

it("keeps what somebody thought with one click, and words without another score", async () => {
  const { event, registration } = await aPlace();
  const actor = seatActor(registration);
  const say = (values: object, second = 60) =>
    giveFeedback({ actor, input: { registrationId: registration.id, ...values }, now: at(second) });
  expect(await say({ score: "4" })).toEqual({
    ok: true,
    value: { registrationId: registration.id, score: 4 },
  });
  await say({ score: 4, note: " Gern  wieder " }, 70);
  await say({ score: 5 }, 80);
  expect(await saidOf(registration.id)).toMatchObject([
    { eventId: event.id, score: 5, note: "Gern wieder", givenAt: at(80) },
  ]);
  expect(await feedbackFor(actor, { registrationId: registration.id, now: at(90) })).toEqual({
    registrationId: registration.id,
    score: 5,
    note: "Gern wieder",
  });
});

it("is for its own person, and for nobody who only typed the address or looks after the list", async () => {
  const { network, person, registration } = await aPlace();
  const input = { registrationId: registration.id, score: 1 };
  const strangers = [
    guest,
    claimActor(registration, await aClaim(registration)),
    personActor(await aPerson()),
    organizerActor(await anOrganizer(network), network),
  ];
  for (const actor of strangers) {
    expect(await giveFeedback({ actor, input, now: at(60) })).toMatchObject({
      failure: { kind: "not_found" },
    });
    expect(await feedbackFor(actor, { registrationId: registration.id, now: at(60) })).toBeUndefined();
  }
  expect(await saidOf(registration.id)).toEqual([]);
  expect(await giveFeedback({ actor: personActor(person), input, now: at(60) })).toMatchObject({ ok: true });
});

it("takes nothing before the start, long after the end, without a place, or beside the five steps", async () => {
  const { registration } = await aPlace();
  const waiting = await aPlace({ status: "waiting" });
  const say = (of: { id: `reg_${string}`; eventId: `evt_${string}` }, now: Date, score: unknown = 3) =>
    giveFeedback({ actor: seatActor(of), input: { registrationId: of.id, score }, now });
  const none = { failure: { reason: "no_feedback" } };
  expect(await say(registration, at(-1))).toMatchObject(none);
  expect(await say(registration, at(20 * 86_400))).toMatchObject(none);
  expect(await say(waiting.registration, at(60))).toMatchObject(none);
  for (const score of [0, 6, 2.5, "viel", null])
    expect(await say(registration, at(60), score)).toMatchObject({ failure: { kind: "invalid" } });
});
