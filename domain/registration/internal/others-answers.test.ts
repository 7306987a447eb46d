import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { answers, invitations, registrations } from "@/db/schema/registration";
import { guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { anAnswer, aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import { anEventWith } from "@/db/testing/seats";
import { fieldOf } from "@/domain/forms/rules";
import { addRegistration } from "../commands/add-registration";
import { cancelRegistration } from "../commands/cancel-registration";
import { changeRegistration } from "../commands/change-registration";
import { createInvitation } from "../commands/create-invitation";
import { importRegistrations } from "../commands/import-registrations";
import { registerAgain } from "../commands/register-again";
import { registerColleague } from "../commands/register-colleague";
import { registerForEvent } from "../commands/register-for-event";
import { givenBy, hasOpenQuestions } from "../queries/given";

async function aScene() {
  const { network, event } = await anEventWith({ capacity: 20 });
  const place = await aQuestion(event, { ...aPlaceChoice, required: true });
  const office = organizerActor(await anOrganizer(network), network);
  const person = await aPerson();
  return { event, place, office, person, ben: { name: "Ben Beispiel", email: person.email } };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const columns = { email: 1, name: 0, firstName: null, lastName: null, organisation: null, tags: null };
/** Everybody who puts Ben on the list for him. */
const others = [
  {
    who: "a colleague",
    enter: async ({ event, ben }: Scene) => {
      const own = await aRegistration(event);
      return registerColleague({ actor: seatActor(own), input: { registrationId: own.id, ...ben } });
    },
  },
  {
    who: "the office, by hand",
    enter: ({ event, office, ben }: Scene) =>
      addRegistration({ actor: office, input: { eventId: event.id, ...ben } }),
  },
  {
    who: "the office, from a file",
    enter: ({ event, office, ben }: Scene) => {
      const text = `Name;E-Mail\r\n${ben.name};${ben.email}`;
      const input = { eventId: event.id, delimiter: ";", columns: { ...columns, language: null }, text };
      return importRegistrations({ actor: office, input });
    },
  },
];

async function benOf({ event, person }: Scene) {
  const isBen = and(eq(registrations.eventId, event.id), eq(registrations.email, person.email));
  const [row] = await db().select().from(registrations).where(isBen);
  if (!row) throw new Error("Ben is not on the list");
  return row;
}

describe("a question that has to be answered", () => {
  it.each(others)(
    "keeps nobody out whom $who registers, and waits for their own words",
    async ({ enter }) => {
      const scene = await aScene();
      expect(await enter(scene)).toMatchObject({ ok: true });
      const ben = await benOf(scene);
      expect(ben.status).toBe("confirmed");
      expect(await givenBy(ben.id, db())).toEqual([]);
      expect(await hasOpenQuestions(ben)).toBe(true);
      const save = (given: object) =>
        changeRegistration({ actor: seatActor(ben), input: { registrationId: ben.id, answers: given } });
      const field = fieldOf(scene.place.id);
      expect(await save({})).toMatchObject({ failure: { fields: { [field]: ["required"] } } });
      expect(await save({ [field]: "site" })).toMatchObject({ ok: true });
      expect(await hasOpenQuestions(ben)).toBe(false);
    },
  );

  it("is asked whoever comes by an invitation, which a refusal does not use up", async () => {
    const scene = await aScene();
    const eventId = scene.event.id;
    const made = await createInvitation({
      actor: scene.office,
      input: { eventId, label: "Fachgruppe", maxUses: 1 },
    });
    if (!made.ok) throw new Error(made.failure.reason);
    const invitation = async () => {
      const [row] = await db().select().from(invitations).where(eq(invitations.id, made.value.invitationId));
      if (!row) throw new Error("not stored");
      return row;
    };
    const { code } = await invitation();
    const come = (given: object) =>
      registerForEvent({ actor: guest, input: { eventId, ...scene.ben, invitation: code, answers: given } });
    const field = fieldOf(scene.place.id);
    expect(await come({})).toMatchObject({ failure: { fields: { [field]: ["required"] } } });
    expect(await invitation()).toMatchObject({ uses: 0 });
    expect(await come({ [field]: "online" })).toMatchObject({ ok: true });
    expect(await invitation()).toMatchObject({ uses: 1 });
  });
});

const valuesOf = async ({ id }: { id: typeof registrations.$inferSelect.id }) =>
  (await givenBy(id, db())).map(({ value }) => value);

describe("a form filled in by somebody who is on the list already", () => {
  const fill = (scene: Scene, given: object) => {
    const input = { eventId: scene.event.id, ...scene.ben, answers: given };
    return { own: { actor: personActor(scene.person), input }, typed: { actor: guest, input } };
  };

  it("answers for them where it is their own word, beside what they said before", async () => {
    const scene = await aScene();
    const wish = await aQuestion(scene.event);
    await others[1]?.enter(scene);
    const ben = await benOf(scene);
    await anAnswer(ben, wish, "Austausch");
    const { own, typed } = fill(scene, { [fieldOf(scene.place.id)]: "site" });
    expect(await registerForEvent(typed)).toMatchObject({ ok: true });
    expect(await valuesOf(ben)).toEqual(["Austausch"]);
    expect(await registerForEvent(own)).toMatchObject({ ok: true });
    expect((await valuesOf(ben)).sort()).toEqual(["Austausch", "site"]);
    expect(await hasOpenQuestions(ben)).toBe(false);
  });
});

describe("a registration that begins anew", () => {
  async function aCancelledBen() {
    const scene = await aScene();
    const agreed = await aQuestion(scene.event, { kind: "consent" });
    const actor = personActor(scene.person);
    const answers = { [fieldOf(scene.place.id)]: "site", [fieldOf(agreed.id)]: "on" };
    const input = { eventId: scene.event.id, ...scene.ben, answers };
    expect(await registerForEvent({ actor, input })).toMatchObject({ ok: true });
    const ben = await benOf(scene);
    expect(await valuesOf(ben)).toEqual(["site", true]);
    const cancelled = await cancelRegistration({ actor, input: { registrationId: ben.id } });
    expect(cancelled).toMatchObject({ ok: true });
    return { scene, ben, actor, agreed };
  }

  it.each(others)("by $who keeps what was answered, but nothing that was agreed to", async ({ enter }) => {
    const { scene, ben } = await aCancelledBen();
    const entered = await enter(scene);
    expect(entered.ok).toBe(true);
    const { status } = await benOf(scene);
    // A file leaves whoever has cancelled where they are, and everything they said with them.
    const expected = status === "cancelled" ? ["site", true] : ["site"];
    expect(await valuesOf(ben)).toEqual(expected);
  });

  it("by its own holder stands by the new form, ticked boxes too", async () => {
    const { scene, ben, actor, agreed } = await aCancelledBen();
    const given = { [fieldOf(scene.place.id)]: "online", [fieldOf(agreed.id)]: "on" };
    const input = { eventId: scene.event.id, ...scene.ben, answers: given };
    expect(await registerForEvent({ actor, input })).toMatchObject({ ok: true });
    expect(await valuesOf(ben)).toEqual(["online", true]);
    expect(await db().$count(answers, eq(answers.registrationId, ben.id))).toBe(2);
  });

  it("with one click keeps what was answered: no form was there to clear it", async () => {
    const { event } = await anEventWith({ capacity: 20 });
    const wish = await aQuestion(event, { sensitive: true });
    const person = await aPerson();
    const actor = personActor(person);
    const mine = { email: person.email, personId: person.id, provenAt: new Date() };
    const held = await aRegistration(event, { ...mine, status: "cancelled", cancelledAt: new Date() });
    await anAnswer(held, wish, "vegan");
    const other = await aRegistration((await anEventWith({ capacity: 20 })).event, mine);
    const input = { eventId: event.id, registrationId: other.id };
    expect(await registerAgain({ actor, input })).toMatchObject({ ok: true });
    expect(await valuesOf(held)).toEqual(["vegan"]);
  });
});
