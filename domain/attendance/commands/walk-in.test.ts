import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { registrationClaims, registrations, seatPlans } from "@/db/schema/registration";
import { guest } from "@/db/testing/actors";
import { aGuestOnSite, anEventOnSite, entryOf, minute } from "@/db/testing/door";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { walkIn } from "./walk-in";

type Door = Awaited<ReturnType<typeof anEventOnSite>>;

const comes = ({ event, doorkeeper }: Door, more: object = {}, actor: Actor = doorkeeper) =>
  walkIn({
    actor,
    input: { eventId: event.id, name: "Jürgen Weiß", email: "weiss@example.org", ...more },
    now: minute(5),
  });
const rowsOf = (eventId: Id<"event">) =>
  db().select().from(registrations).where(eq(registrations.eventId, eventId));
const planOf = async (eventId: Id<"event">) =>
  (await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId)))[0];

describe("walkIn", () => {
  it("registers with two fields and lets in, in one step, and the mail follows", async () => {
    const door = await anEventOnSite({ registrationClosesAt: minute(-60) }, { onsiteCapacity: 1 });
    const result = await comes(door);
    expect(result).toMatchObject({ ok: true, value: { state: "in", registered: true } });
    const [row] = await rowsOf(door.event.id);
    if (!row) throw new Error("nobody was registered");
    expect(row).toMatchObject({ name: "Jürgen Weiß", status: "confirmed", personId: null, provenAt: null });
    expect(row).toMatchObject({ attendance: "onsite", source: "door" });
    expect(await entryOf(row.id)).toMatchObject({ via: "walk_in", at: minute(5) });
    expect(await planOf(door.event.id)).toMatchObject({ confirmed: 0, onsiteConfirmed: 1 });
    const told = await db().select().from(outbox).where(eq(outbox.kind, "registration.confirmed"));
    expect(told.filter(({ payload }) => JSON.stringify(payload).includes(row.id))).toHaveLength(1);
    const claims = eq(registrationClaims.registrationId, row.id);
    expect(await db().$count(registrationClaims, claims)).toBe(0);
  });

  it("lets in whoever turns out to be registered, and leaves their registration as it is", async () => {
    const door = await anEventOnSite();
    const known = await aGuestOnSite(door.event, { email: "weiss@example.org", name: "Dr. Jürgen Weiß" });
    expect(await comes(door)).toMatchObject({ value: { registrationId: known.id, registered: false } });
    expect(await entryOf(known.id)).toMatchObject({ via: "list" });
    expect(await comes(door)).toMatchObject({ value: { state: "already" } });
    expect(await rowsOf(door.event.id)).toMatchObject([{ name: "Dr. Jürgen Weiß" }]);
  });

  it("gives back a place that was cancelled", async () => {
    const door = await anEventOnSite();
    const gone = await aGuestOnSite(door.event, { email: "weiss@example.org", status: "cancelled" });
    expect(await comes(door)).toMatchObject({ value: { registrationId: gone.id, registered: true } });
    expect(await rowsOf(door.event.id)).toMatchObject([{ status: "confirmed", cancelledAt: null }]);
  });

  it("lets nobody in without a seat: what the seats refuse, leaves no entry", async () => {
    const door = await anEventOnSite({}, { approval: true });
    expect(await comes(door)).toMatchObject({ failure: { reason: "office_decides" } });
    const online = await anEventOnSite({}, { onsiteCapacity: 1, onsiteConfirmed: 1 });
    const known = await aGuestOnSite(online.event, { email: "weiss@example.org", attendance: "online" });
    expect(await comes(online)).toMatchObject({
      failure: { reason: "onsite_full", details: { registrationId: known.id } },
    });
    expect(await entryOf(known.id)).toBeUndefined();
    expect(await rowsOf(door.event.id)).toEqual([]);
  });

  it("gives no seat that is not free and passes nobody who waits, and then writes nothing", async () => {
    const full = await anEventOnSite({ capacity: 50 }, { onsiteCapacity: 1 });
    expect((await comes(full)).ok).toBe(true);
    const second = await comes(full, { email: "zweite@example.org" });
    expect(second).toMatchObject({ failure: { kind: "conflict", reason: "onsite_full" } });
    expect(await rowsOf(full.event.id)).toHaveLength(1);

    const door = await anEventOnSite();
    const waiting = await aGuestOnSite(door.event, { email: "weiss@example.org", status: "waiting" });
    expect(await comes(door)).toMatchObject({
      failure: { reason: "on_waiting_list", details: { registrationId: waiting.id } },
    });
    expect(await entryOf(waiting.id)).toBeUndefined();
  });

  it("never gives the last seat twice, however many doors ask at once", async () => {
    const door = await anEventOnSite({}, { onsiteCapacity: 3 });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => comes(door, { email: `gast-${n}@example.org` })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await planOf(door.event.id)).toMatchObject({ confirmed: 0, onsiteConfirmed: 3 });
  });

  it("registers once however often the scanner sends it again", async () => {
    const door = await anEventOnSite();
    const input = { eventId: door.event.id, name: "Ines Öztürk", email: "oeztuerk@example.org" };
    const sent = { actor: door.doorkeeper, input, idempotencyKey: "walk-in-0123456789" };
    const first = await walkIn({ ...sent, now: minute(5) });
    expect(await walkIn({ ...sent, now: minute(9) })).toEqual(first);
    expect(await rowsOf(door.event.id)).toHaveLength(1);
  });

  it("S45: cleans the name that will stand on a badge, and refuses what is none", async () => {
    const door = await anEventOnSite();
    expect((await comes(door, { name: "\u202eMod\u200berator\n<b>" })).ok).toBe(true);
    const [row] = await rowsOf(door.event.id);
    expect(row?.name).not.toMatch(/[\u202e\u200b\n]/);
    for (const name of ["", "\u200b\u200b", "x".repeat(81), "x".repeat(10_000)])
      expect(await comes(door, { name, email: "anders@example.org" })).toMatchObject({
        failure: { reason: "input", fields: { name: expect.any(Array) } },
      });
  });

  it("hears after the end of who came before it, also of an event that was ended since", async () => {
    for (const status of ["published", "ended"] as const) {
      const door = await anEventOnSite({ status });
      const input = { eventId: door.event.id, name: "Ines Öztürk", email: "oeztuerk@example.org" };
      const told = (scannedAt: number, now: number) =>
        walkIn({
          actor: door.doorkeeper,
          input: { ...input, scannedAt: minute(scannedAt).toISOString() },
          now: minute(now),
        });
      // Whoever comes then comes too late, at once told or not.
      for (const [scannedAt, now] of [
        [10 * 60, 10 * 60],
        [10 * 60, 11 * 60],
      ] as const)
        expect(await told(scannedAt, now)).toMatchObject({ failure: { reason: "event_over" } });
      expect(await told(5, 40 * 60)).toMatchObject({
        value: { state: "in", at: minute(5).toISOString(), registered: true },
      });
    }
    const ended = await anEventOnSite({ status: "ended" });
    expect(await comes(ended)).toMatchObject({ failure: { reason: "event_over" } });
  });

  it("lets nobody in before the door opens, and is nobody's but the door's", async () => {
    const door = await anEventOnSite();
    const input = { eventId: door.event.id, name: "Früh", email: "frueh@example.org" };
    expect(await walkIn({ actor: door.doorkeeper, input, now: minute(-24 * 60) })).toMatchObject({
      failure: { reason: "too_early" },
    });
    const elsewhere = await anEventOnSite();
    for (const actor of [guest, elsewhere.doorkeeper])
      expect(await comes(door, {}, actor)).toMatchObject({ failure: { reason: "missing" } });
    const none = and(eq(registrations.eventId, door.event.id));
    expect(await db().$count(registrations, none)).toBe(0);
  });
});
