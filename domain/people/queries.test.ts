import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkDomains } from "@/db/schema/alliance";
import { eventRoles } from "@/db/schema/alliance-roles";
import { logins, people } from "@/db/schema/people";
import { eventNetworks } from "@/db/schema/programme";
import { guest, personActor } from "@/db/testing/actors";
import { aMember, aNetwork, anEvent, aPerson } from "@/db/testing/makers";
import type { Id } from "@/lib/ids";
import { personOfLogin, profileOf } from "./queries";

const now = new Date("2026-11-12T10:00:00Z");

async function aLogin(userId: Id<"person">, expires = new Date("2026-12-12T10:00:00Z")) {
  const sessionToken = crypto.randomUUID();
  await db().insert(logins).values({ sessionToken, userId, expires });
  return sessionToken;
}
const grantsOf = async (userId: Id<"person">) =>
  (await personOfLogin(await aLogin(userId), now))?.grants.map((grant) => JSON.stringify(grant)).sort();

describe("the person of a login", () => {
  it("has the role in the network, the role in an event, and access to what their network co-hosts", async () => {
    const [home, lead] = [await aNetwork(), await aNetwork()];
    const person = await aMember(home, "organizer");
    const spoken = await anEvent({ network: lead });
    await db().insert(eventRoles).values({ eventId: spoken.id, personId: person.id, role: "speaker" });
    const [shared, shown] = [await anEvent({ network: lead }), await anEvent({ network: lead })];
    await db()
      .insert(eventNetworks)
      .values([
        { eventId: shared.id, networkId: home.id, hasAccess: true },
        { eventId: shown.id, networkId: home.id, hasAccess: false },
      ]);
    const expected = [
      { role: "organizer", networkId: home.id },
      { role: "speaker", networkId: lead.id, eventId: spoken.id },
      { role: "organizer", networkId: lead.id, eventId: shared.id },
    ];
    expect(await grantsOf(person.id)).toEqual(expected.map((grant) => JSON.stringify(grant)).sort());
  });

  it("makes a member one in members-only events that their network co-hosts with access, in the same way", async () => {
    const [home, lead] = [await aNetwork(), await aNetwork()];
    const person = await aMember(home);
    await db().insert(networkDomains).values({ networkId: home.id, domain: "werk.example.org" });
    const worker = await aPerson({ email: "kai@werk.example.org" });
    const events = {
      given: await anEvent({ network: lead, membersOnly: true }),
      shown: await anEvent({ network: lead, membersOnly: true }),
      draft: await anEvent({ network: lead, membersOnly: true, status: "draft" }),
    };
    await db()
      .insert(eventNetworks)
      .values(
        Object.entries(events).map(([kind, { id: eventId }]) => ({
          ...{ eventId, networkId: home.id, hasAccess: kind !== "shown" },
        })),
      );
    const ways = [[person.id, {}] as const, [worker.id, { by: "domain" }] as const];
    for (const [personId, by] of ways) {
      const member = { role: "member", networkId: home.id, ...by };
      const partner = { role: "member", networkId: lead.id, eventId: events.given.id, ...by };
      expect(await grantsOf(personId)).toEqual(
        [member, partner].map((grant) => JSON.stringify(grant)).sort(),
      );
    }
  });

  it("gives a mere member nothing in what else their network co-hosts", async () => {
    const [home, lead] = [await aNetwork(), await aNetwork()];
    const person = await aMember(home);
    const shared = await anEvent({ network: lead });
    await db().insert(eventNetworks).values({ eventId: shared.id, networkId: home.id, hasAccess: true });
    expect(await grantsOf(person.id)).toEqual([JSON.stringify({ role: "member", networkId: home.id })]);
  });

  it("has access to what their network co-hosts for a year after it, and longer to what was put off", async () => {
    const [home, lead] = [await aNetwork(), await aNetwork()];
    const person = await aMember(home, "organizer");
    const ended = (days: number, status: "ended" | "postponed" = "ended") => {
      const endsAt = new Date(now.getTime() - days * 86_400_000);
      return anEvent({ network: lead, status, endsAt, startsAt: new Date(endsAt.getTime() - 3_600_000) });
    };
    const [late, gone, putOff] = [await ended(364), await ended(366), await ended(366, "postponed")];
    const shared = [late, gone, putOff].map(({ id: eventId }) => ({
      eventId,
      networkId: home.id,
      hasAccess: true,
    }));
    await db().insert(eventNetworks).values(shared);
    const access = (eventId: Id<"event">) => ({ role: "organizer", networkId: lead.id, eventId });
    const expected = [{ role: "organizer", networkId: home.id }, access(late.id), access(putOff.id)];
    expect(await grantsOf(person.id)).toEqual(expected.map((grant) => JSON.stringify(grant)).sort());
  });

  it("is nobody once the login is over, unknown, or the person erased", async () => {
    const person = await aPerson();
    expect(await personOfLogin(await aLogin(person.id, now), now)).toBeUndefined();
    expect(await personOfLogin("' or true --", now)).toBeUndefined();
    const token = await aLogin(person.id);
    await db().update(people).set({ erasedAt: now }).where(eq(people.id, person.id));
    expect(await personOfLogin(token, now)).toBeUndefined();
  });
});

it("shows a profile to its own person alone", async () => {
  const person = await aPerson();
  expect(await profileOf(personActor(person))).toMatchObject({ email: person.email });
  expect(await profileOf(guest)).toBeUndefined();
});
