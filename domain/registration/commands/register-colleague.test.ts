import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { events } from "@/db/schema/programme";
import { registrationClaims, registrations, seatPlans } from "@/db/schema/registration";
import { claimActor, guest, organizerActor, seatActor, system } from "@/db/testing/actors";
import { aClaim, anOrganizer } from "@/db/testing/makers";
import { anEventWith, planOf, rowOf } from "@/db/testing/seats";
import { waitsForProof } from "../queries/unproven-request";
import { MOST_COLLEAGUES } from "../rules";
import { admitByRule } from "./admit-by-rule";
import { proveRegistration } from "./prove-registration";
import { registerColleague } from "./register-colleague";
import { registerForEvent } from "./register-for-event";

async function aHolder(plan: Parameters<typeof anEventWith>[0] = { capacity: 50 }) {
  const { network, event } = await anEventWith(plan);
  const input = { eventId: event.id, name: "Ada", email: "ada@example.org" };
  const own = await registerForEvent({ actor: guest, input });
  if (!own.ok) throw new Error(own.failure.reason);
  const { registrationId } = own.value;
  const bring = (word: string, actor = seatActor({ id: registrationId, eventId: event.id })) =>
    registerColleague({ actor, input: { registrationId, name: word, email: `${word}@example.org` } });
  const rowNamed = async (word: string) =>
    (
      await db()
        .select()
        .from(registrations)
        .where(and(eq(registrations.eventId, event.id), eq(registrations.email, `${word}@example.org`)))
    )[0];
  return { network, event, registrationId, bring, rowNamed };
}

describe("registerColleague", () => {
  it("gives the colleague a registration of their own, and the browser that asked no claim to it", async () => {
    const { event, registrationId, bring, rowNamed } = await aHolder();
    expect(await bring("ben")).toMatchObject({ ok: true, value: { registrationId } });
    const ben = await rowNamed("ben");
    expect(ben).toMatchObject({
      status: "confirmed",
      registeredBy: registrationId,
      personId: null,
      provenAt: null,
    });
    const claims = eq(registrationClaims.registrationId, ben?.id ?? "reg_none");
    expect(await db().$count(registrationClaims, claims)).toBe(0);
    expect(await planOf(event.id)).toMatchObject({ confirmed: 2 });
  });

  it("puts colleagues in line like anybody else", async () => {
    const { bring, rowNamed } = await aHolder({ capacity: 1 });
    await bring("ben");
    expect(await rowNamed("ben")).toMatchObject({ status: "waiting" });
  });

  it("answers for a known address as for a new one, and leaves its registration alone", async () => {
    const { event, bring, rowNamed } = await aHolder();
    const input = { eventId: event.id, name: "Cem", email: "cem@example.org" };
    await registerForEvent({ actor: guest, input });
    const [known, unknown] = [await bring("cem"), await bring("dora")];
    expect(known).toEqual(unknown);
    expect(await rowNamed("cem")).toMatchObject({ name: "Cem", registeredBy: null });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 3 });
  });

  it("has an end, also when all are named at once", async () => {
    const { registrationId, bring } = await aHolder();
    const names = Array.from({ length: MOST_COLLEAGUES + 4 }, (_, n) => `k${n}`);
    const results = await Promise.all(names.map((name) => bring(name)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(MOST_COLLEAGUES);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { reason: "too_many_colleagues" } });
    expect(await rowOf(registrationId)).toMatchObject({ colleagues: MOST_COLLEAGUES });
  });

  it("is refused for oneself, and leaves no count behind then", async () => {
    const { registrationId, bring } = await aHolder();
    expect(await bring("ada")).toMatchObject({ failure: { fields: { email: ["your_own"] } } });
    expect(await rowOf(registrationId)).toMatchObject({ colleagues: 0 });
  });

  it("at a members-only event is a request, granted to a proven member and to nobody else, and says no membership", async () => {
    const { network, event, bring, rowNamed } = await aHolder();
    const only = { membersOnly: true, membersBy: ["list" as const] };
    await db().update(events).set(only).where(eq(events.id, event.id));
    await db().insert(networkAddresses).values({ networkId: network.id, email: "ben@example.org" });
    expect(await bring("ben")).toEqual(await bring("cem"));
    for (const word of ["ben", "cem"]) {
      const row = await rowNamed(word);
      expect(row).toMatchObject({ status: "pending", personId: null });
      if (!row) throw new Error("not stored");
      expect(await waitsForProof(row.id)).toBe(true);
      await proveRegistration({ actor: seatActor(row), input: { registrationId: row.id } });
      await admitByRule({ actor: system, input: { registrationId: row.id } });
    }
    expect(await rowNamed("ben")).toMatchObject({ status: "confirmed" });
    expect(await rowNamed("cem")).toMatchObject({ status: "pending" });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 2, pending: 1 });
  });

  it("at a members-only event waits for the office, whoever is named, where that decides about members too", async () => {
    const { network, event, bring, rowNamed } = await aHolder();
    await db().update(events).set({ membersOnly: true }).where(eq(events.id, event.id));
    await db().update(seatPlans).set({ approval: true }).where(eq(seatPlans.eventId, event.id));
    await db().insert(networkAddresses).values({ networkId: network.id, email: "ben@example.org" });
    await bring("ben");
    const row = await rowNamed("ben");
    if (!row) throw new Error("not stored");
    await proveRegistration({ actor: seatActor(row), input: { registrationId: row.id } });
    await admitByRule({ actor: system, input: { registrationId: row.id } });
    expect(await rowNamed("ben")).toMatchObject({ status: "pending" });
    const input = { registrationId: row.id, name: "Dora", email: "dora@example.org" };
    expect(await registerColleague({ actor: seatActor(row), input })).toMatchObject({
      failure: { reason: "members_only" },
    });
  });

  it("is only for who holds the registration", async () => {
    const { network, event, registrationId, bring } = await aHolder();
    const row = { id: registrationId, eventId: event.id };
    const stored = await rowOf(registrationId);
    if (!stored) throw new Error("not stored");
    const office = organizerActor(await anOrganizer(network), network);
    for (const actor of [guest, claimActor(row, await aClaim(stored)), office])
      expect(await bring("ben", actor)).toMatchObject({ failure: { kind: "not_found" } });
  });
});
