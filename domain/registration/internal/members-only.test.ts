import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses, networkDomains } from "@/db/schema/alliance";
import { registrations, seatPlans } from "@/db/schema/registration";
import { guest, organizerActor, personActor, system } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer, aPerson } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { grantsOf } from "@/domain/people/queries";
import type { Actor, MemberWay } from "@/domain/policy";
import { findVisibleEvent } from "@/domain/programme/queries/visible-events";
import { admitByRule } from "../commands/admit-by-rule";
import { approveRegistration } from "../commands/approve-registration";
import { registerAgain } from "../commands/register-again";
import { registerForEvent } from "../commands/register-for-event";

type Person = Awaited<ReturnType<typeof aPerson>>;

/** As the person's session finds them: with the grants of the database. */
const signedIn = async (person: Person): Promise<Actor> =>
  personActor(person, (await grantsOf([person.id])).get(person.id) ?? []);

async function scene(word: string) {
  const network = await aNetwork();
  const [listed, colleague, stranger] = [
    await aPerson({ email: `${word}@example.org` }),
    await aPerson({ email: `${word}@${word}.example.org` }),
    await aPerson({ email: `${word}.fremd@example.org` }),
  ];
  await db().insert(networkAddresses).values({ networkId: network.id, email: listed.email });
  await db()
    .insert(networkDomains)
    .values({ networkId: network.id, domain: `${word}.example.org` });
  const closed = (membersBy: MemberWay[]) => anEvent({ network, membersOnly: true, membersBy });
  return { network, listed, colleague, stranger, closed };
}
type Event = Awaited<ReturnType<typeof anEvent>>;

/** What the form's command and the form's page say to this person; both have to agree. */
async function answerTo(person: Person, event: Event): Promise<string> {
  const actor = await signedIn(person);
  const isShown = (await findVisibleEvent(actor, event.slug)) !== undefined;
  const input = { eventId: event.id, name: person.name, email: person.email };
  const result = await registerForEvent({ actor, input });
  const answer = result.ok ? result.value.state : result.failure.kind;
  expect(isShown, `the page and the command say the same, ${answer}`).toBe(result.ok);
  return answer;
}

describe("an event for members only", () => {
  it("opens in the ways that it names, and is missing to everybody else", async () => {
    const { listed, colleague, stranger, closed } = await scene("wege");
    const answers = async (...ways: MemberWay[]) => {
      const event = await closed(ways);
      return Promise.all([listed, colleague, stranger].map((one) => answerTo(one, event)));
    };
    expect(await answers("list", "domain")).toEqual(["confirmed", "confirmed", "not_found"]);
    expect(await answers("list")).toEqual(["confirmed", "not_found", "not_found"]);
    expect(await answers("domain")).toEqual(["not_found", "confirmed", "not_found"]);
    expect(await answers()).toEqual(["not_found", "not_found", "not_found"]);
    expect(await answers("list", "asking")).toEqual(["confirmed", "pending", "pending"]);
  });

  it("knows the same proven person at every event of the network, and stops when the office takes them off", async () => {
    const { listed, closed } = await scene("immer");
    const [first, second] = [await closed(["list"]), await closed(["list"])];
    expect(await answerTo(listed, first)).toBe("confirmed");
    const again = { eventId: second.id, afterEventId: first.id, locale: "de" };
    // The second one by the button after the first: what the browser holds of it is theirs by mail.
    const [held] = await db().select().from(registrations).where(eq(registrations.eventId, first.id));
    if (!held) throw new Error("the first registration was not stored");
    const seats = [{ registrationId: held.id, eventId: first.id, via: "mail" as const }];
    const actor = await signedIn(listed);
    if (actor.type !== "person") throw new Error("nobody is signed in");
    expect(await registerAgain({ actor: { ...actor, seats }, input: again })).toMatchObject({ ok: true });
    await db().delete(networkAddresses).where(eq(networkAddresses.email, listed.email));
    expect(await answerTo(listed, await closed(["list"]))).toBe("not_found");
  });

  it("is missing to whoever types a member's address and proves nothing", async () => {
    const { listed, stranger, closed } = await scene("getippt");
    const event = await closed(["list", "domain", "asking"]);
    const input = { eventId: event.id, name: "Fremd", email: listed.email };
    expect(await registerForEvent({ actor: guest, input })).toMatchObject({
      failure: { kind: "not_found", reason: "missing" },
    });
    expect(await registerForEvent({ actor: await signedIn(stranger), input })).toMatchObject({
      failure: { fields: { email: ["own_address"] } },
    });
    expect(await db().$count(registrations, eq(registrations.eventId, event.id))).toBe(0);
  });

  it("gives a seat to who asked by the office's yes alone, and says so before", async () => {
    const { network, stranger, closed } = await scene("frage");
    const event = await closed(["asking"]);
    const actor = await signedIn(stranger);
    expect((await findVisibleEvent(actor, event.slug))?.seats.approval).toBe(true);
    const input = { eventId: event.id, name: "Frage", email: stranger.email };
    const asked = await registerForEvent({ actor, input });
    if (!asked.ok) throw new Error(asked.failure.reason);
    const office = organizerActor(await anOrganizer(network), network);
    const { registrationId } = asked.value;
    expect(refusalOf(await approveRegistration({ actor, input: { registrationId } }))).toBe(MISSING);
    expect(await approveRegistration({ actor: office, input: { registrationId } })).toMatchObject({
      value: { state: "confirmed" },
    });
  });

  it("asks the office for who is no member whatever the rules of the seats trust, and gives members theirs at once", async () => {
    const { listed, colleague, stranger, closed } = await scene("regel");
    const event = await closed(["list", "asking"]);
    const trust = { confirmMembers: true, confirmDomains: ["example.org", "regel.example.org"] };
    for (const approval of [true, false]) {
      await db()
        .update(seatPlans)
        .set({ approval, ...trust })
        .where(eq(seatPlans.eventId, event.id));
      const answers = [];
      for (const one of [listed, colleague, stranger]) answers.push(await answerTo(one, event));
      expect(answers).toEqual(["confirmed", "pending", "pending"]);
      const rows = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
      for (const { id, email } of rows) {
        const admitted = await admitByRule({ actor: system, input: { registrationId: id } });
        const state = email === listed.email ? "confirmed" : "pending";
        expect(admitted, "the rule of the seats opens no event").toMatchObject({ value: { state } });
      }
      await db().delete(registrations).where(eq(registrations.eventId, event.id));
      await db().update(seatPlans).set({ confirmed: 0, pending: 0 }).where(eq(seatPlans.eventId, event.id));
    }
  });
});
