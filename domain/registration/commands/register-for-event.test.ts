import { and, count, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { eventNetworks } from "@/db/schema/programme";
import { registrations, seatPlans } from "@/db/schema/registration";
import { guest, personActor } from "@/db/testing/actors";
import { aMember, aNetwork, anEvent, aPerson } from "@/db/testing/makers";
import { grantsOf } from "@/domain/people/queries";
import { type Id, newId } from "@/lib/ids";
import { cancelRegistration } from "./cancel-registration";
import { changeRegistration } from "./change-registration";
import { registerForEvent } from "./register-for-event";

const input = (eventId: Id<"event">, word: string, more: object = {}) => ({
  eventId,
  name: `${word} Beispiel`,
  email: `${word}@example.org`,
  ...more,
});
const planOf = async (eventId: Id<"event">) =>
  (await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId)))[0];
const rowsOf = (eventId: Id<"event">, status: "confirmed" | "waiting") =>
  db()
    .select()
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.status, status)));

describe("registerForEvent", () => {
  it("never gives more seats than there are, however many people press at once, and tells everybody else", async () => {
    const event = await anEvent({ capacity: 10 });
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        registerForEvent({ actor: guest, input: input(event.id, `p${n}`) }),
      ),
    );
    const states = results.map((result) => (result.ok ? result.value.state : result.failure.reason));
    expect(states.filter((state) => state === "confirmed")).toHaveLength(10);
    expect(states.filter((state) => state === "waiting")).toHaveLength(50);
    expect(await rowsOf(event.id, "confirmed")).toHaveLength(10);
    expect(await planOf(event.id)).toMatchObject({ confirmed: 10, waiting: 50, nextPlace: 61 });
    const places = (await rowsOf(event.id, "waiting")).map((row) => row.place);
    expect(new Set(places).size).toBe(50);
  });

  it("refuses clearly when the event is full and has no waiting list, and leaves no row", async () => {
    const event = await anEvent({ capacity: 1, waitlist: false });
    await registerForEvent({ actor: guest, input: input(event.id, "erste") });
    const second = await registerForEvent({ actor: guest, input: input(event.id, "zweite") });
    expect(second).toMatchObject({ ok: false, failure: { kind: "conflict", reason: "event_full" } });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, waiting: 0 });
  });

  it("answers a known address like a new one, keeps its row, and gives the stranger nothing but a claim", async () => {
    const event = await anEvent({ capacity: 5 });
    const first = await registerForEvent({ actor: guest, input: input(event.id, "ada") });
    const again = await registerForEvent({
      actor: guest,
      input: input(event.id, "ada", { name: "Mallory", email: " ADA@example.org" }),
    });
    expect(first).toMatchObject({ ok: true, value: { state: "confirmed" } });
    expect(again).toMatchObject({
      ok: true,
      value: { state: "confirmed", claimId: expect.stringMatching(/^clm_/) },
    });
    if (!first.ok || !again.ok) throw new Error("both register");
    expect(Object.keys(again.value).sort()).toEqual(Object.keys(first.value).sort());
    expect(again.value.claimId).not.toBe(first.value.claimId);
    expect(await rowsOf(event.id, "confirmed")).toMatchObject([
      { name: "ada Beispiel", personId: null, provenAt: null },
    ]);
    const facts = await db().select({ kind: outbox.kind, payload: outbox.payload }).from(outbox);
    const mine = facts
      .filter((fact) => JSON.stringify(fact.payload).includes(event.id))
      .map((fact) => fact.kind);
    expect(mine).toEqual(["registration.confirmed", "registration.repeated"]);
  });

  it("brings back no consent when a stranger types the address of somebody who cancelled", async () => {
    const event = await anEvent();
    const ada = await aPerson({ email: "ada.weg@example.org" });
    const own = await registerForEvent({
      actor: personActor(ada),
      input: input(event.id, "ada.weg", { talksOptIn: true }),
    });
    if (!own.ok) throw new Error("she registers");
    const { registrationId } = own.value;
    await changeRegistration({ actor: personActor(ada), input: { registrationId, listed: "public" } });
    await cancelRegistration({ actor: personActor(ada), input: { registrationId } });
    const typed = input(event.id, "ada.weg", { name: "Mallory", talksOptIn: true });
    await registerForEvent({ actor: guest, input: typed });
    expect(await rowsOf(event.id, "confirmed")).toMatchObject([
      { id: registrationId, name: "ada.weg Beispiel", talksOptIn: false, listed: "nobody" },
    ]);
  });

  it("tells nobody who is registered when the event is full and has no waiting list", async () => {
    const event = await anEvent({ capacity: 1, waitlist: false });
    await registerForEvent({ actor: guest, input: input(event.id, "bekannt") });
    const known = await registerForEvent({ actor: guest, input: input(event.id, "bekannt") });
    const unknown = await registerForEvent({ actor: guest, input: input(event.id, "unbekannt") });
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ ok: false, failure: { reason: "event_full" } });
  });

  it("mails a known address six times an hour at most, however often strangers type it", async () => {
    const event = await anEvent();
    for (let round = 0; round < 12; round++)
      await registerForEvent({ actor: guest, input: input(event.id, "opfer") });
    const facts = await db().select({ kind: outbox.kind, payload: outbox.payload }).from(outbox);
    const mails = facts.filter(({ payload }) => JSON.stringify(payload).includes(event.id));
    expect(mails).toHaveLength(6);
  });

  it("stores one registration for two posts of one address at once", async () => {
    const event = await anEvent({ capacity: 5 });
    await Promise.all(
      [0, 1].map(() => registerForEvent({ actor: guest, input: input(event.id, "doppelt") })),
    );
    expect(await rowsOf(event.id, "confirmed")).toHaveLength(1);
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1 });
  });

  it("counts a signed-in person's own address as proven, and any other as a claim", async () => {
    const event = await anEvent();
    const ada = await aPerson({ email: "ada.eigen@example.org" });
    const own = await registerForEvent({ actor: personActor(ada), input: input(event.id, "ada.eigen") });
    const other = await registerForEvent({ actor: personActor(ada), input: input(event.id, "kollegin") });
    expect(own).toMatchObject({ ok: true, value: { claimId: null } });
    expect(other).toMatchObject({ ok: true, value: { claimId: expect.any(String) } });
    expect(await rowsOf(event.id, "confirmed")).toMatchObject([{ personId: ada.id }, { personId: null }]);
  });

  it("ignores what a visitor has no say in", async () => {
    const event = await anEvent({ capacity: 1 });
    await registerForEvent({ actor: guest, input: input(event.id, "voll") });
    const forged = {
      status: "confirmed",
      place: 0,
      personId: "per_someone",
      provenAt: new Date(),
      role: "host",
    };
    const result = await registerForEvent({ actor: guest, input: input(event.id, "dreist", forged) });
    expect(result).toMatchObject({ ok: true, value: { state: "waiting" } });
    expect(await rowsOf(event.id, "waiting")).toMatchObject([{ personId: null, provenAt: null, place: 2 }]);
  });

  it.each([
    ["draft", { status: "draft" }, "not_found", "missing"],
    ["cancelled", { status: "cancelled" }, "conflict", "event_cancelled"],
    ["ended", { status: "ended" }, "conflict", "event_over"],
    [
      "over",
      { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 1000) },
      "conflict",
      "event_over",
    ],
    ["closed", { registrationClosesAt: new Date(Date.now() - 1000) }, "conflict", "registration_closed"],
    ["not yet open", { registrationOpensAt: new Date(Date.now() + 60_000) }, "conflict", "not_open_yet"],
  ] as const)("refuses a %s event without a row or a mail", async (_name, values, kind, reason) => {
    const event = await anEvent(values);
    const before = await db().select({ n: count() }).from(outbox);
    expect(await registerForEvent({ actor: guest, input: input(event.id, "spaet") })).toMatchObject({
      ok: false,
      failure: { kind, reason },
    });
    expect(await rowsOf(event.id, "confirmed")).toHaveLength(0);
    expect(await db().select({ n: count() }).from(outbox)).toEqual(before);
  });

  it("shows a members-only event to members alone", async () => {
    const network = await aNetwork();
    const event = await anEvent({ network, membersOnly: true });
    const member = await aMember(network);
    const actor = personActor(member, [{ role: "member", networkId: network.id }]);
    expect(await registerForEvent({ actor: guest, input: input(event.id, "fremd") })).toMatchObject({
      ok: false,
      failure: { kind: "not_found" },
    });
    expect(
      await registerForEvent({ actor, input: { ...input(event.id, "x"), email: member.email } }),
    ).toMatchObject({ ok: true });
    expect(await registerForEvent({ actor, input: input(event.id, "bekannter") })).toMatchObject({
      failure: { fields: { email: ["own_address"] } },
    });
  });

  it("registers a member of a network that co-hosts a members-only event with access", async () => {
    const [event, partner] = [await anEvent({ membersOnly: true }), await aNetwork()];
    const [member, other] = [await aMember(partner), await aMember(await aNetwork())];
    const shared = { eventId: event.id, networkId: partner.id };
    const register = async (person: typeof member) => {
      const actor = personActor(person, (await grantsOf([person.id])).get(person.id));
      return registerForEvent({ actor, input: { ...input(event.id, "x"), email: person.email } });
    };
    await db()
      .insert(eventNetworks)
      .values({ ...shared, hasAccess: false });
    expect(await register(member)).toMatchObject({ failure: { kind: "not_found" } });
    await db().update(eventNetworks).set({ hasAccess: true }).where(eq(eventNetworks.eventId, event.id));
    expect(await register(member)).toMatchObject({ ok: true });
    expect(await register(other)).toMatchObject({ failure: { kind: "not_found" } });
  });

  it("says which field was wrong", async () => {
    const event = await anEvent();
    const result = await registerForEvent({
      actor: guest,
      input: { eventId: event.id, name: "\u200B", email: "a@b.test,c@d.test" },
    });
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: "invalid", fields: { name: ["name_required"], email: ["email_malformed"] } },
    });
  });

  it("registers nobody any more for a person who was erased in another window, not even as a stranger", async () => {
    const event = await anEvent();
    const actor = personActor({ id: newId("person") });
    expect(await registerForEvent({ actor, input: input(event.id, "geloescht") })).toMatchObject({
      failure: { kind: "not_found", reason: "missing" },
    });
    expect(await rowsOf(event.id, "confirmed")).toEqual([]);
  });
});
