import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { registrationClaims, registrations, seatPlans } from "@/db/schema/registration";
import { eventActor, guest, organizerActor } from "@/db/testing/actors";
import { anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { anEventWith, anOffice, planOf } from "@/db/testing/seats";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { addRegistration } from "./add-registration";

const add = (actor: Actor, eventId: Id<"event">, more: Record<string, unknown> = {}) =>
  addRegistration({ actor, input: { eventId, name: "Ada Beispiel", email: "ada@example.org", ...more } });

const rowsOf = (eventId: Id<"event">) =>
  db().select().from(registrations).where(eq(registrations.eventId, eventId));

describe("addRegistration", () => {
  it("gives a seat that nobody has proven, with the mail of any other, and no claim", async () => {
    const { event, actor } = await anOffice({ capacity: 1 });
    const more = { organisation: "Musterwerk", locale: "en", tags: "VIP, Presse; VIP", talksOptIn: true };
    expect(await add(actor, event.id, more)).toMatchObject({ ok: true, value: { state: "confirmed" } });
    const [row, ...others] = await rowsOf(event.id);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ email: "ada@example.org", organisation: "Musterwerk", locale: "en", tags: ["VIP", "Presse"] },
      ...{ source: "desk", status: "confirmed", provenAt: null, personId: null, talksOptIn: false },
    });
    expect(await db().$count(registrationClaims, eq(registrationClaims.eventId, event.id))).toBe(0);
    const facts = (await db().select().from(outbox)).filter(({ payload }) =>
      JSON.stringify(payload).includes(event.id),
    );
    expect(facts.map(({ kind }) => kind)).toEqual(["registration.confirmed"]);
  });

  it("puts whoever finds no seat on the waiting list, or says that there is none", async () => {
    const { event, actor } = await anOffice({ capacity: 1 });
    await add(actor, event.id);
    expect(await add(actor, event.id, { email: "ben@example.org" })).toMatchObject({
      value: { state: "waiting" },
    });
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
    expect(plan).toMatchObject({ confirmed: 1, waiting: 1, nextPlace: 3 });
    const full = await anOffice({ capacity: 1, waitlist: false });
    await add(full.actor, full.event.id);
    expect(await add(full.actor, full.event.id, { email: "ben@example.org" })).toMatchObject({
      failure: { kind: "conflict", reason: "event_full" },
    });
  });

  it("says who is on the list already, and takes back whoever had cancelled", async () => {
    const { event, actor } = await anOffice();
    await add(actor, event.id);
    expect(await add(actor, event.id, { email: " ADA@example.org" })).toMatchObject({
      failure: { kind: "invalid", fields: { email: ["already_registered"] } },
    });
    await aRegistration(event, {
      email: "cem@example.org",
      status: "cancelled",
      tags: ["Presse"],
      place: 99,
    });
    expect(await add(actor, event.id, { email: "cem@example.org", tags: "VIP" })).toMatchObject({ ok: true });
    expect((await rowsOf(event.id)).find(({ email }) => email === "cem@example.org")).toMatchObject({
      ...{ status: "confirmed", cancelledAt: null, tags: ["Presse", "VIP"] },
    });
  });

  it("is itself the yes and the invitation, also to whoever was declined", async () => {
    const { network, event } = await anEventWith({ capacity: 5, approval: true, invitationOnly: true });
    const actor = organizerActor(await anOrganizer(network), network);
    await aRegistration(event, {
      email: "ada@example.org",
      status: "declined",
      confirmedAt: null,
      place: 99,
    });
    expect(await add(actor, event.id)).toMatchObject({ ok: true, value: { state: "confirmed" } });
    expect(await rowsOf(event.id)).toMatchObject([{ status: "confirmed", confirmedAt: expect.any(Date) }]);
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, pending: 0 });
  });

  it("gives seats on site where there are some", async () => {
    const { network, event } = await anEventWith({ capacity: 5, onsiteCapacity: 1 });
    const actor = organizerActor(await anOrganizer(network), network);
    const onsite = (email: string) => add(actor, event.id, { email, attendance: "onsite" });
    expect(await onsite("ada@example.org")).toMatchObject({ value: { state: "confirmed" } });
    expect(await onsite("ben@example.org")).toMatchObject({ value: { state: "waiting" } });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 0, onsiteConfirmed: 1, onsiteWaiting: 1 });
    const online = await anOffice();
    expect(await add(online.actor, online.event.id, { attendance: "onsite" })).toMatchObject({
      failure: { kind: "conflict", reason: "no_onsite_seats" },
    });
  });

  it.each([
    ["after registration has closed", { registrationClosesAt: new Date(0) }, undefined],
    ["for members only", { membersOnly: true }, undefined],
    ["a draft", { status: "draft" }, "event_draft"],
    ["called off", { status: "cancelled" }, "event_cancelled"],
    ["over", { status: "ended" }, "event_over"],
  ] as const)("%s", async (_what, values, reason) => {
    const { event, actor } = await anOffice(values);
    const result = await add(actor, event.id);
    expect(result.ok ? undefined : result.failure.reason).toBe(reason);
  });

  it("is refused to those who only run the event, and to others as if there were none", async () => {
    const { event } = await anOffice();
    const host = eventActor(await anEventRole(event, "host"), event, "host");
    expect(await add(host, event.id)).toMatchObject({ failure: { kind: "forbidden" } });
    for (const actor of [guest, (await anOffice()).actor])
      expect(await add(actor, event.id)).toMatchObject({ failure: { kind: "not_found" } });
    expect(await rowsOf(event.id)).toEqual([]);
  });
});
