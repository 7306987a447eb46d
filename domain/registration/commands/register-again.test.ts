import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { claimActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aClaim, aMember, aNetwork, anEvent, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import type { Seat } from "@/domain/grants";
import type { Actor } from "@/domain/policy";
import { registerAgain } from "./register-again";

const seatsOf = (actor: Actor): readonly Seat[] => ("seats" in actor ? actor.seats : []);
const browserOf = (...actors: Actor[]): Actor => ({ type: "guest", seats: actors.flatMap(seatsOf) });
const inEvent = (eventId: `evt_${string}`) =>
  db().select().from(registrations).where(eq(registrations.eventId, eventId));

/** Somebody with a proven registration of an event of its own. */
async function known(organisation = "") {
  const person = await aPerson();
  const { id: personId, email } = person;
  const own = { email, personId, provenAt: new Date(), organisation };
  return { person, registration: await aRegistration(await anEvent(), own) };
}

describe("registerAgain", () => {
  it("registers the person of the registration that the page was about, proven as before", async () => {
    const { person, registration } = await known("Musterwerk AG");
    const event = await anEvent();
    const input = { eventId: event.id, registrationId: registration.id };
    const own = { email: person.email, personId: person.id, organisation: "Musterwerk AG" };
    for (const actor of [seatActor(registration), personActor(person)]) {
      const result = await registerAgain({ actor, input });
      expect(result).toMatchObject({ ok: true, value: { claimId: null, state: "confirmed" } });
      expect(await inEvent(event.id)).toMatchObject([own]);
    }
  });

  it("registers nobody else whose link the browser holds, nor whoever is signed in there", async () => {
    const [ada, ben, cem] = [await known(), await known(), await known()];
    const seats = [ada, ben].flatMap(({ registration }) => seatsOf(seatActor(registration)));
    const actor = personActor(cem.person, [], seats);
    const event = await anEvent();
    const input = { eventId: event.id, registrationId: ada.registration.id };
    expect(await registerAgain({ actor, input })).toMatchObject({ ok: true });
    expect(await inEvent(event.id)).toMatchObject([{ email: ada.person.email, personId: ada.person.id }]);
  });

  it("refuses a registration that the actor neither holds by mail nor owns, as if there were none", async () => {
    const network = await aNetwork();
    const { person, registration } = await known();
    const hosted = await aRegistration(await anEvent({ network }));
    const event = await anEvent({ network });
    const strangers: [Actor, string][] = [
      [guest, registration.id],
      [personActor(await aPerson()), registration.id],
      [claimActor(registration, await aClaim(registration)), registration.id],
      [organizerActor(await anOrganizer(network), network), hosted.id],
      [personActor(person), "reg_0000000000000000000000"],
    ];
    for (const [actor, registrationId] of strangers) {
      const result = await registerAgain({ actor, input: { eventId: event.id, registrationId } });
      expect(result).toMatchObject({ ok: false, failure: { kind: "not_found", reason: "missing" } });
    }
    expect(await inEvent(event.id)).toEqual([]);
  });

  it("takes after a confirmation whom the browser registered last for that event, and keeps a claim a claim", async () => {
    const { registration: adas } = await known();
    const first = await anEvent();
    const bens = await aRegistration(first);
    const browser = browserOf(claimActor(bens, await aClaim(bens)), seatActor(adas));
    const event = await anEvent();
    const input = { eventId: event.id, afterEventId: first.id };
    expect(await registerAgain({ actor: browser, input })).toMatchObject({
      ok: true,
      value: { claimId: expect.any(String) },
    });
    expect(await inEvent(event.id)).toMatchObject([{ email: bens.email, personId: null, provenAt: null }]);
  });

  it("says so when the browser has registered nobody there", async () => {
    const { person, registration } = await known();
    const [event, first] = [await anEvent(), await anEvent()];
    const actor = personActor(person, [], seatsOf(seatActor(registration)));
    for (const input of [{ eventId: event.id }, { eventId: event.id, afterEventId: first.id }])
      expect(await registerAgain({ actor, input })).toMatchObject({
        ok: false,
        failure: { kind: "conflict", reason: "nothing_held" },
      });
  });

  it("lets a member bring themself into a members-only event, and nobody else", async () => {
    const network = await aNetwork();
    const event = await anEvent({ network, membersOnly: true });
    const member = await aMember(network);
    const { registration: bens } = await known();
    const own = await aRegistration(await anEvent(), { email: member.email, personId: member.id });
    const actor = personActor(member, [{ role: "member", networkId: network.id }], seatsOf(seatActor(bens)));
    const asked = (registrationId: string) =>
      registerAgain({ actor, input: { eventId: event.id, registrationId } });
    expect(await asked(bens.id)).toMatchObject({ ok: false, failure: { reason: "missing" } });
    expect(await asked(own.id)).toMatchObject({ ok: true });
    expect(await inEvent(event.id)).toMatchObject([{ personId: member.id }]);
  });
});
