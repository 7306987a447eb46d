import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { auditEntries } from "@/db/schema/kernel";
import { eventActor, guest, organizerActor, personActor, seatActor, system } from "@/db/testing/actors";
import { aGuestOnSite, anEventOnSite, entryOf, minute } from "@/db/testing/door";
import { aNetwork, anEventRole, anOrganizer, aPerson } from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import { checkInCode } from "@/lib/tokens";
import { checkIn } from "./check-in";

const at = (minutes: number) => minute(minutes).toISOString();

async function withOneGuest(values: Parameters<typeof anEventOnSite>[0] = {}) {
  const door = await anEventOnSite(values);
  const registration = await aGuestOnSite(door.event);
  const code = checkInCode(registration.id);
  const scan = (minutes: number, more: object = {}, actor: Actor = door.doorkeeper) =>
    checkIn({ actor, input: { eventId: door.event.id, code, ...more }, now: minute(minutes) });
  return { ...door, registration, code, scan };
}

describe("checkIn", () => {
  it("lets somebody in once, and says the second time since when they have been in", async () => {
    const { registration, event, keeper, scan } = await withOneGuest();
    const registrationId = registration.id;
    expect(await scan(2)).toEqual({ ok: true, value: { state: "in", registrationId, at: at(2) } });
    expect(await scan(40)).toEqual({ ok: true, value: { state: "already", registrationId, at: at(2) } });
    expect(await entryOf(registrationId)).toEqual({
      registrationId,
      eventId: event.id,
      at: minute(2),
      via: "code",
      byPersonId: keeper.id,
      renewals: 0,
      undoneAt: null,
    });
  });

  it("takes a choice from the list for a code, and not both or neither", async () => {
    const { registration, event, doorkeeper, code, scan } = await withOneGuest();
    const chosen = { eventId: event.id, registrationId: registration.id };
    expect(await checkIn({ actor: doorkeeper, input: chosen, now: minute(3) })).toMatchObject({
      value: { state: "in" },
    });
    expect(await entryOf(registration.id)).toMatchObject({ via: "list" });
    expect(await scan(4)).toMatchObject({ value: { state: "already", at: at(3) } });
    for (const input of [{ eventId: event.id }, { ...chosen, code }])
      expect(await checkIn({ actor: doorkeeper, input })).toMatchObject({
        failure: { reason: "input", fields: { code: ["required"] } },
      });
  });

  it("counts from the scan, however late it is told, and never from the future", async () => {
    const { registration, scan } = await withOneGuest();
    expect(await scan(90, { scannedAt: at(2) })).toMatchObject({ value: { state: "in", at: at(2) } });
    const other = await withOneGuest();
    expect(await other.scan(5, { scannedAt: at(500) })).toMatchObject({ value: { state: "in", at: at(5) } });
    expect((await entryOf(registration.id))?.at).toEqual(minute(2));
  });

  it("gives a repeated sending the answer of the first", async () => {
    const { registration, event, doorkeeper, code } = await withOneGuest();
    const sent = { actor: doorkeeper, input: { eventId: event.id, code, scannedAt: at(2) } };
    const once = { ...sent, idempotencyKey: "scan-0123456789" };
    const first = await checkIn({ ...once, now: minute(30) });
    expect(first).toMatchObject({ value: { state: "in", at: at(2) } });
    expect(await checkIn({ ...once, now: minute(31) })).toEqual(first);
    expect(await db().$count(checkIns, eq(checkIns.registrationId, registration.id))).toBe(1);
  });

  it.each([
    ["a place on the waiting list", { status: "waiting" }, "on_waiting_list"],
    ["an offer", { status: "offered", offeredUntil: minute(60) }, "offer_not_taken"],
    ["a request", { status: "pending" }, "not_decided"],
    ["what was declined", { status: "declined" }, "registration_declined"],
    ["what was cancelled", { status: "cancelled" }, "registration_cancelled"],
    ["a seat online", { attendance: "online" }, "seat_online"],
  ] as const)("does not let in on %s, and says so by name", async (_, values, reason) => {
    const { event, doorkeeper } = await anEventOnSite();
    const { id } = await aGuestOnSite(event, values);
    const input = { eventId: event.id, code: checkInCode(id) };
    expect(await checkIn({ actor: doorkeeper, input, now: minute(1) })).toEqual({
      ok: false,
      failure: { kind: "conflict", reason, details: { registrationId: id } },
    });
    expect(await entryOf(id)).toBeUndefined();
  });

  it.each([
    ["a day early", {}, -24 * 60, "too_early"],
    ["long after the end", {}, 24 * 60, "event_over"],
    ["at what was called off", { status: "cancelled" }, 1, "event_cancelled"],
    ["at a draft", { status: "draft" }, 1, "missing"],
  ] as const)("lets nobody in %s", async (_, values, minutes, reason) => {
    const { registration, scan } = await withOneGuest(values);
    expect(await scan(minutes)).toMatchObject({ ok: false, failure: { reason } });
    expect(await entryOf(registration.id)).toBeUndefined();
  });

  it("hears after the end of what was scanned before it", async () => {
    const { scan } = await withOneGuest();
    expect(await scan(40 * 60, { scannedAt: at(10) })).toMatchObject({ value: { state: "in", at: at(10) } });
  });

  it("knows no code that we did not sign, and says of another event's nothing but that", async () => {
    const { event, doorkeeper, code, scan } = await withOneGuest();
    const forged = `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`;
    for (const text of ["", "https://example.org/", forged, checkInCode("reg_0000000000")])
      expect(await scan(1, { code: text })).toEqual({
        ok: false,
        failure: { kind: "not_found", reason: "unknown_code" },
      });
    const elsewhere = await withOneGuest();
    expect(await scan(1, { code: elsewhere.code })).toEqual({
      ok: false,
      failure: { kind: "conflict", reason: "other_event" },
    });
    const foreignId = { eventId: event.id, registrationId: elsewhere.registration.id };
    expect(await checkIn({ actor: doorkeeper, input: foreignId, now: minute(1) })).toMatchObject({
      failure: { reason: "unknown_code" },
    });
    expect(await entryOf(elsewhere.registration.id)).toBeUndefined();
  });

  it("is for the door, the hosts and the organizers; to everybody else the event is missing, and it is written down", async () => {
    const { event, organizer, registration, scan } = await withOneGuest();
    const cohost = eventActor(await anEventRole(event, "cohost"), event, "cohost");
    for (const actor of [organizer, cohost]) expect((await scan(1, {}, actor)).ok).toBe(true);
    const elsewhere = await anEventOnSite();
    const network = await aNetwork();
    const strangers: Actor[] = [
      guest,
      system,
      seatActor(registration),
      personActor(await aPerson()),
      eventActor(await anEventRole(event, "speaker"), event, "speaker"),
      elsewhere.doorkeeper,
      organizerActor(await anOrganizer(network), network),
    ];
    for (const actor of strangers)
      expect(await scan(1, {}, actor)).toEqual({
        ok: false,
        failure: { kind: "not_found", reason: "missing" },
      });
    const refused = and(
      eq(auditEntries.eventId, event.id),
      eq(auditEntries.outcome, "not_allowed"),
      eq(auditEntries.actorKind, "person"),
    );
    expect(await db().$count(auditEntries, refused)).toBe(4);
  });
});
