import { and, eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { answers, registrations } from "@/db/schema/registration";
import { guest, system } from "@/db/testing/actors";
import { aGuestOnSite, anEventOnSite, minute } from "@/db/testing/door";
import { aQuestion } from "@/db/testing/forms";
import { planOf } from "@/db/testing/seats";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { registerAtDoor } from "./register-at-door";
import { registerForEvent } from "./register-for-event";

const INPUT = { name: "Jürgen Weiß", email: "Weiss@Example.org" };

const comes = (eventId: Id<"event">, actor: Actor, more: object = {}) =>
  registerAtDoor({ actor, input: { ...INPUT, eventId, ...more }, now: minute(1) });

const rowsOf = (eventId: Id<"event">) =>
  db().select().from(registrations).where(eq(registrations.eventId, eventId));

async function registered(eventId: Id<"event">, word: string, attendance: "online" | "onsite") {
  const input = { eventId, name: word, email: `${word}@example.org`, attendance };
  const result = await registerForEvent({ actor: guest, input });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value.registrationId;
}

describe("registerAtDoor", () => {
  it("gives a free seat on site although registration is closed, once", async () => {
    const { event, doorkeeper } = await anEventOnSite({ registrationClosesAt: minute(-60) });
    expect(await comes(event.id, doorkeeper)).toMatchObject({ ok: true, value: { registered: true } });
    expect(await comes(event.id, doorkeeper)).toMatchObject({ ok: true, value: { registered: false } });
    expect(await rowsOf(event.id)).toMatchObject([
      {
        ...{ email: "weiss@example.org", status: "confirmed", attendance: "onsite" },
        ...{ source: "door", provenAt: null },
      },
    ]);
    expect(await planOf(event.id)).toMatchObject({ confirmed: 0, onsiteConfirmed: 1, nextPlace: 2 });
  });

  it("refuses when all seats on site are taken, however many there are online, and where some wait for one", async () => {
    const { event, doorkeeper } = await anEventOnSite({ capacity: 50 }, { onsiteCapacity: 1 });
    await registered(event.id, "ada", "onsite");
    expect(await comes(event.id, doorkeeper)).toMatchObject({
      failure: { kind: "conflict", reason: "onsite_full" },
    });
    expect(await rowsOf(event.id)).toHaveLength(1);
    const waited = await anEventOnSite({}, { onsiteCapacity: 2, onsiteWaiting: 1 });
    expect(await comes(waited.event.id, waited.doorkeeper)).toMatchObject({
      failure: { reason: "onsite_full" },
    });
  });

  it("says so where there are no seats on site", async () => {
    const { event, doorkeeper } = await anEventOnSite({}, { onsiteCapacity: null });
    expect(await comes(event.id, doorkeeper)).toMatchObject({
      failure: { kind: "conflict", reason: "no_onsite_seats" },
    });
  });

  it("takes whoever has a seat online over to one on site, and the freed seat goes on", async () => {
    const { event, doorkeeper } = await anEventOnSite({ capacity: 1 }, { onsiteCapacity: 1 });
    const weiss = await registered(event.id, "weiss", "online");
    const next = await registered(event.id, "next", "online");
    expect(await comes(event.id, doorkeeper)).toMatchObject({
      value: { registrationId: weiss, registered: false },
    });
    const standing = new Map((await rowsOf(event.id)).map((row) => [row.id, [row.attendance, row.status]]));
    expect(standing.get(weiss)).toEqual(["onsite", "confirmed"]);
    expect(standing.get(next)).toEqual(["online", "confirmed"]);
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, waiting: 0, onsiteConfirmed: 1 });
    const told = await db().select().from(outbox).where(eq(outbox.kind, "registration.switched"));
    expect(told.filter(({ payload }) => JSON.stringify(payload).includes(weiss))).toHaveLength(1);
  });

  it("leaves whoever is registered online where they are when no seat on site is free", async () => {
    const { event, doorkeeper } = await anEventOnSite({}, { onsiteCapacity: 1 });
    await registered(event.id, "ada", "onsite");
    const weiss = await registered(event.id, "weiss", "online");
    expect(await comes(event.id, doorkeeper)).toMatchObject({
      failure: { reason: "onsite_full", details: { registrationId: weiss } },
    });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, onsiteConfirmed: 1 });
  });

  it.each([
    ["approval", {}, { approval: true }],
    ["an invitation", {}, { invitationOnly: true }],
    ["membership", { membersOnly: true }, {}],
  ] as const)("leaves %s to the office", async (_, values, plan) => {
    const { event, doorkeeper, organizer } = await anEventOnSite(values, plan);
    expect(await comes(event.id, doorkeeper)).toMatchObject({
      failure: { kind: "conflict", reason: "office_decides" },
    });
    expect(await rowsOf(event.id)).toEqual([]);
    expect(await comes(event.id, organizer)).toMatchObject({ value: { registered: true } });
  });

  it("leaves open what the event asks, whatever has to be answered", async () => {
    const { event, doorkeeper } = await anEventOnSite();
    await aQuestion(event, { required: true });
    const result = await comes(event.id, doorkeeper);
    if (!result.ok) throw new Error(result.failure.reason);
    const theirs = and(eq(answers.registrationId, result.value.registrationId), isNotNull(answers.value));
    expect(await db().$count(answers, theirs)).toBe(0);
  });

  it.each([
    ["ended", "event_over"],
    ["cancelled", "event_cancelled"],
    ["draft", "missing"],
  ] as const)("refuses at an event that is %s", async (status, reason) => {
    const { event, doorkeeper } = await anEventOnSite({ status });
    expect(await comes(event.id, doorkeeper)).toMatchObject({ failure: { reason } });
  });

  it.each([
    [{ status: "waiting" }, "on_waiting_list"],
    [{ status: "offered", offeredUntil: minute(60) }, "offer_not_taken"],
    [{ status: "pending" }, "not_decided"],
    [{ status: "declined" }, "registration_declined"],
  ] as const)("says where somebody stands: %o", async (values, reason) => {
    const { event, doorkeeper } = await anEventOnSite();
    const { id } = await aGuestOnSite(event, { email: "weiss@example.org", ...values });
    expect(await comes(event.id, doorkeeper)).toMatchObject({
      failure: { kind: "conflict", reason, details: { registrationId: id } },
    });
  });

  it("is nobody's but the door's", async () => {
    const { event } = await anEventOnSite();
    const elsewhere = await anEventOnSite();
    for (const actor of [guest, system, elsewhere.doorkeeper])
      expect(await comes(event.id, actor)).toMatchObject({ failure: { reason: "missing" } });
  });
});
