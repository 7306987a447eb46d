import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses, networkDomains } from "@/db/schema/alliance";
import { outbox } from "@/db/schema/kernel";
import { eventNetworks, events } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import { guest, organizerActor, personActor, seatActor, system } from "@/db/testing/actors";
import { aMember, aNetwork, anOrganizer, aPerson } from "@/db/testing/makers";
import { anEventWith, planOf, rowOf } from "@/db/testing/seats";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { admitByRule } from "./admit-by-rule";
import { linkRegistrations } from "./link-registrations";
import { proveRegistration } from "./prove-registration";
import { registerForEvent } from "./register-for-event";

type RegistrationId = Id<"registration">;

async function asks(eventId: Id<"event">, email: string, actor: Actor = guest): Promise<RegistrationId> {
  const result = await registerForEvent({ actor, input: { eventId, name: "Ada Beispiel", email } });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value.registrationId;
}

const admit = (registrationId: RegistrationId) => admitByRule({ actor: system, input: { registrationId } });
const stateOf = async (id: RegistrationId) => (await rowOf(id))?.status;
const factsOf = (id: RegistrationId, kind: string) =>
  db().$count(outbox, and(eq(outbox.kind, kind), sql`${outbox.payload}->>'registrationId' = ${id}`));

/** The holder opens the mailed link and presses the button; then the worker does its part. */
async function proves(eventId: Id<"event">, id: RegistrationId) {
  const proven = await proveRegistration({
    actor: seatActor({ id, eventId }),
    input: { registrationId: id },
  });
  if (!proven.ok) throw new Error(proven.failure.reason);
  expect(await factsOf(id, "registration.proven")).toBeGreaterThan(0);
  await admit(id);
}

const forMembers = { approval: true, confirmMembers: true, capacity: 5 };
const forDomains = { approval: true, confirmDomains: ["musterwerk.example.org"], capacity: 5 };

describe("a request that the rules trust", () => {
  it("of a typed member's address is one until it is proven, and then granted, once", async () => {
    const { network, event } = await anEventWith(forMembers);
    const { email } = await aMember(network);
    const id = await asks(event.id, email);
    expect(await stateOf(id)).toBe("pending");
    await admit(id);
    expect(await stateOf(id), "not without proof").toBe("pending");
    await proves(event.id, id);
    await admit(id);
    expect(await rowOf(id)).toMatchObject({ status: "confirmed", confirmedAt: expect.any(Date) });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, pending: 0 });
    expect(await factsOf(id, "registration.confirmed")).toBe(1);
  });

  it("is none of a signed-in member, who has the seat at once; of another's address it stays one", async () => {
    const { network, event } = await anEventWith(forMembers);
    const [ada, ben] = [await aMember(network), await aMember(network)];
    expect(await stateOf(await asks(event.id, ada.email, personActor(ada)))).toBe("confirmed");
    expect(await stateOf(await asks(event.id, ben.email, personActor(ada)))).toBe("pending");
  });

  it("counts members by the network's list and by its domains as well, proven ones", async () => {
    const { network, event } = await anEventWith(forMembers);
    const listed = await aPerson({ email: "gelistet@example.org" });
    const colleague = await aPerson({ email: "kai@haus.example.org" });
    const [typed, stranger] = ["getippt@haus.example.org", await aPerson()];
    await db().insert(networkAddresses).values({ networkId: network.id, email: listed.email });
    await db().insert(networkDomains).values({ networkId: network.id, domain: "haus.example.org" });
    const states = [];
    for (const person of [listed, colleague, stranger])
      states.push(await stateOf(await asks(event.id, person.email, personActor(person))));
    expect(states).toEqual(["confirmed", "confirmed", "pending"]);
    const id = await asks(event.id, typed);
    expect(await stateOf(id)).toBe("pending");
    await proves(event.id, id);
    expect(await stateOf(id)).toBe("confirmed");
  });

  it("counts members of a network that is shown as host, and of no other", async () => {
    const { event } = await anEventWith(forMembers);
    const [beside, behind, elsewhere] = [await aNetwork(), await aNetwork(), await aNetwork()];
    await db()
      .insert(eventNetworks)
      .values([
        { eventId: event.id, networkId: beside.id },
        { eventId: event.id, networkId: behind.id, shown: false, hasAccess: true },
      ]);
    const states = [];
    for (const network of [beside, behind, elsewhere]) {
      const person = await aMember(network);
      states.push(await stateOf(await asks(event.id, person.email, personActor(person))));
    }
    expect(states).toEqual(["confirmed", "pending", "pending"]);
  });

  it.each([
    ["ada@musterwerk.example.org", "confirmed"],
    ["ada@example.org", "pending"],
    ["ada@x-musterwerk.example.org", "pending"],
    ["ada@sub.musterwerk.example.org", "pending"],
    ["ada@musterwerk.example.org.example.net", "pending"],
  ])("counts the domain of a proven address as it is written in the list: %s is %s", async (email, state) => {
    const { event } = await anEventWith(forDomains);
    const id = await asks(event.id, email);
    expect(await stateOf(id), "typed").toBe("pending");
    await proves(event.id, id);
    expect(await stateOf(id)).toBe(state);
  });

  it("counts as proven by signing in too", async () => {
    const { event } = await anEventWith(forDomains);
    const ada = await aPerson({ email: "eva@musterwerk.example.org" });
    const id = await asks(event.id, ada.email);
    await linkRegistrations({ actor: personActor(ada), input: { personId: ada.id } });
    expect(await factsOf(id, "registration.proven")).toBe(1);
    await admit(id);
    expect(await stateOf(id)).toBe("confirmed");
  });

  it("waits in line when the event is full, and stays a request where nobody can wait", async () => {
    const states = [];
    for (const waitlist of [true, false]) {
      const { event } = await anEventWith({ ...forDomains, capacity: 1, waitlist });
      for (const name of ["ada", "ben"]) {
        const id = await asks(event.id, `${name}@musterwerk.example.org`);
        await proves(event.id, id);
        states.push(await stateOf(id));
      }
    }
    expect(states).toEqual(["confirmed", "waiting", "confirmed", "pending"]);
  });

  it("stays one when the office no longer decides by hand, and when the event is called off", async () => {
    const { event } = await anEventWith(forDomains);
    const id = await asks(event.id, "ada@musterwerk.example.org");
    await db().update(seatPlans).set({ approval: false }).where(eq(seatPlans.eventId, event.id));
    await proves(event.id, id);
    expect(await stateOf(id)).toBe("pending");
    await db().update(seatPlans).set({ approval: true }).where(eq(seatPlans.eventId, event.id));
    await db().update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    await admit(id);
    expect(await stateOf(id)).toBe("pending");
  });

  it("is granted by the worker alone", async () => {
    const { network, event } = await anEventWith(forDomains);
    const id = await asks(event.id, "ada@musterwerk.example.org");
    const office = organizerActor(await anOrganizer(network), network);
    for (const actor of [guest, seatActor({ id, eventId: event.id }), office])
      expect(await admitByRule({ actor, input: { registrationId: id } })).toMatchObject({
        failure: { kind: "not_found" },
      });
  });
});
