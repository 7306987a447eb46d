import { eq, inArray, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { listings, meetingRequests } from "@/db/schema/matchmaking";
import { logins, people } from "@/db/schema/people";
import { speakers } from "@/db/schema/programme";
import { admissions } from "@/db/schema/rooms";
import { guest, system } from "@/db/testing/actors";
import { aMember, aNetwork, anEvent, anEventRole, aPerson, aRegistration } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { withoutGuard } from "@/db/testing/switches";
import { aTalkRequest } from "@/db/testing/talks";
import type { Id } from "@/lib/ids";
import { keptDays } from "@/lib/privacy/retention";
import { openLoginFor } from "../internal/logins";
import { forgetPeople } from "./forget-people";

/** The lock and the second look under it; switched off, the very same sign-ins must be lost. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("../queries/forgettable", async (original) => {
  const real = await original<typeof import("../queries/forgettable")>();
  const lockUnseen: typeof real.lockUnseen = async (reader, batch) => {
    if (guard.on) return real.lockUnseen(reader, batch);
    const rows = await db().select({ id: people.id }).from(people);
    // The pause only widens the window that is always there between reading and deleting.
    await reader.execute(sql`select pg_sleep(0.2)`);
    return rows.map(({ id }) => id);
  };
  const isStillUnseen: typeof real.isStillUnseen = (ids, now) =>
    guard.on ? real.isStillUnseen(ids, now) : inArray(people.id, [...ids]);
  return { ...real, lockUnseen, isStillUnseen };
});

const SEEN = new Date("2027-03-01T12:00:00Z");
const later = (seconds: number) =>
  new Date(SEEN.getTime() + keptDays.people * 24 * 3_600_000 + seconds * 1_000);
const forget = async (now: Date, limit?: number) => {
  const result = await forgetPeople({ actor: system, input: { limit }, now });
  return result.ok ? result.value.gone : result.failure.reason;
};
const unseen = (values: Parameters<typeof aPerson>[0] = {}) => aPerson({ emailVerified: SEEN, ...values });
const isThere = async ({ id }: { id: Id<"person"> }) => (await db().$count(people, eq(people.id, id))) === 1;

describe("forget-people", () => {
  beforeEach(async () => {
    await db().delete(people);
  });

  it("P10: who was not seen for half a year goes, to the second, with what they offer and look for", async () => {
    const ada = await unseen();
    const network = await aNetwork();
    const offer = {
      personId: ada.id,
      allianceId: network.allianceId,
      kind: "offer" as const,
      tag: "sensorik",
    };
    await db().insert(listings).values(offer);
    expect(await forget(later(-1))).toBe(0);
    expect(await isThere(ada)).toBe(true);
    expect(await forget(later(1))).toBe(1);
    expect(await isThere(ada)).toBe(false);
    expect(await db().$count(listings)).toBe(0);
  });

  it("who never proved an address counts from the day they were made", async () => {
    await unseen({ emailVerified: null, createdAt: SEEN });
    expect([await forget(later(-1)), await forget(later(1))]).toEqual([0, 1]);
  });

  it("keeps whoever something here still needs, and the people of the demo", async () => {
    const event = await anEvent();
    const network = await aNetwork();
    const [registered, present, speaking, asking, asked] = [
      await unseen(),
      await unseen(),
      await unseen(),
      await unseen(),
      await unseen(),
    ];
    await aRegistration(event, { personId: registered.id });
    const there = { eventId: event.id, personId: present.id, displayName: "x", role: "host" as const };
    await db().insert(admissions).values(there);
    await db().insert(speakers).values({ eventId: event.id, personId: speaking.id, name: "x" });
    await aTalkRequest(event, { from: asking, to: asked });
    const [member, host] = [await aMember(network), await anEventRole(event, "host")];
    await db()
      .update(people)
      .set({ emailVerified: SEEN })
      .where(inArray(people.id, [member.id, host.id]));
    const signedIn = await unseen();
    const expires = later(60);
    await db().insert(logins).values({ sessionToken: "open", userId: signedIn.id, expires });
    const persona = await unseen({ demo: true });
    const nobody = await unseen();

    expect(await forget(later(1))).toBe(1);
    expect(await isThere(nobody)).toBe(false);
    for (const one of [registered, present, speaking, asking, asked, member, host, signedIn, persona]) {
      expect(await isThere(one)).toBe(true);
    }
    // Once the role, the request and the login are over, nothing needs these any more.
    await db().delete(networkMembers);
    await db().delete(meetingRequests);
    expect(await forget(later(61))).toBe(4);
  });

  it("deletes a bounded number at once, and by the machine alone", async () => {
    for (let n = 0; n < 3; n++) await unseen();
    expect(refusalOf(await forgetPeople({ actor: guest, input: {}, now: later(1) }))).toBe(MISSING);
    expect([await forget(later(1), 2), await forget(later(1), 2), await forget(later(1), 2)]).toEqual([
      2, 1, 0,
    ]);
  });
});

/** Eight people sign in at the moment at which they are to be forgotten; how many were told so in vain. */
async function lostSignIns(): Promise<number> {
  await db().delete(people);
  const ids: Id<"person">[] = [];
  for (let n = 0; n < 8; n++) ids.push((await unseen()).id);
  const signIn = (id: Id<"person">) => db().transaction((tx) => openLoginFor(tx, id, later(1)));
  const forgetting = forget(later(1));
  const signedIn = await Promise.allSettled(ids.map(signIn));
  await forgetting;
  const tokens = signedIn.flatMap((one) => (one.status === "fulfilled" ? [one.value.sessionToken] : []));
  const held = tokens.length === 0 ? 0 : await db().$count(logins, inArray(logins.sessionToken, tokens));
  return tokens.length - held;
}

describe("a sign-in at the moment of forgetting", () => {
  it("is never lost: it comes first and keeps the person, or finds them gone", async () => {
    for (let round = 0; round < 5; round++) expect(await lostSignIns()).toBe(0);
  });

  describe("without the lock and the second look", () => {
    withoutGuard(guard);
    it("is lost", async () => {
      expect(await worstOf(lostSignIns, 0)).toBeGreaterThan(0);
    });
  });
});
