import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations, seatPlans } from "@/db/schema/registration";
import { guest, system } from "@/db/testing/actors";
import { anEventOnSite, minute } from "@/db/testing/door";
import { aRegistration } from "@/db/testing/makers";
import { registerAtDoor } from "./register-at-door";

const INPUT = { name: "Jürgen Weiß", email: "Weiss@Example.org" };

describe("registerAtDoor", () => {
  it("gives a free seat although registration is closed, once", async () => {
    const { event, doorkeeper: actor } = await anEventOnSite({ registrationClosesAt: minute(-60) });
    const call = { actor, input: { ...INPUT, eventId: event.id }, now: minute(1) };
    const first = await registerAtDoor(call);
    expect(first).toMatchObject({ ok: true, value: { registered: true } });
    expect(await registerAtDoor(call)).toMatchObject({ ok: true, value: { registered: false } });
    const rows = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
    expect(rows).toMatchObject([{ email: "weiss@example.org", status: "confirmed", provenAt: null }]);
  });

  it("refuses when all seats are taken, also where a waiting list would take them", async () => {
    const { event, doorkeeper: actor } = await anEventOnSite({ capacity: 1, waitlist: true });
    await db().update(seatPlans).set({ confirmed: 1 }).where(eq(seatPlans.eventId, event.id));
    const input = { ...INPUT, eventId: event.id };
    expect(await registerAtDoor({ actor, input, now: minute(1) })).toMatchObject({
      failure: { kind: "conflict", reason: "event_full" },
    });
    expect(await db().$count(registrations, eq(registrations.eventId, event.id))).toBe(0);
  });

  it.each([
    ["ended", "event_over"],
    ["cancelled", "event_cancelled"],
  ] as const)("refuses at an event that is %s", async (status, reason) => {
    const { event, doorkeeper: actor } = await anEventOnSite({ status });
    const input = { ...INPUT, eventId: event.id };
    expect(await registerAtDoor({ actor, input, now: minute(1) })).toMatchObject({ failure: { reason } });
  });

  it("says that somebody waits, and is nobody's but the door's", async () => {
    const { event, doorkeeper } = await anEventOnSite();
    const { id } = await aRegistration(event, { email: "weiss@example.org", status: "waiting" });
    const input = { ...INPUT, eventId: event.id };
    expect(await registerAtDoor({ actor: doorkeeper, input, now: minute(1) })).toMatchObject({
      failure: { reason: "on_waiting_list", details: { registrationId: id } },
    });
    const elsewhere = await anEventOnSite();
    for (const actor of [guest, system, elsewhere.doorkeeper])
      expect(await registerAtDoor({ actor, input, now: minute(1) })).toMatchObject({
        failure: { reason: "missing" },
      });
  });
});
