import { and, count, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { events } from "@/db/schema/programme";
import { registrations, seatPlans } from "@/db/schema/registration";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import type { Id } from "@/lib/ids";
import { cancelRegistration } from "./cancel-registration";
import { changeCapacity } from "./change-capacity";
import { registerForEvent } from "./register-for-event";

const register = (eventId: Id<"event">, word: string) =>
  registerForEvent({ actor: guest, input: { eventId, name: word, email: `${word}@example.org` } });

async function countOf(eventId: Id<"event">, status: "confirmed" | "waiting"): Promise<number> {
  const where = and(eq(registrations.eventId, eventId), eq(registrations.status, status));
  return (await db().select({ n: count() }).from(registrations).where(where))[0]?.n ?? 0;
}

async function anOrganizedEvent(capacity: number) {
  const network = await aNetwork();
  const event = await anEvent({ network, capacity });
  return { event, actor: organizerActor(await anOrganizer(network), network) };
}

describe("changeCapacity", () => {
  it("gives new seats to those who wait, and never takes one away", async () => {
    const { event, actor } = await anOrganizedEvent(1);
    for (const word of ["ada", "ben", "cem"]) await register(event.id, word);
    expect(await changeCapacity({ actor, input: { eventId: event.id, capacity: 2 } })).toMatchObject({
      ok: true,
      value: { promoted: 1 },
    });
    expect(await changeCapacity({ actor, input: { eventId: event.id, capacity: 1 } })).toMatchObject({
      ok: false,
      failure: { reason: "below_confirmed", details: { confirmed: 2 } },
    });
    expect(await changeCapacity({ actor, input: { eventId: event.id, capacity: null } })).toMatchObject({
      ok: true,
      value: { promoted: 1 },
    });
  });

  it.each([0, -1, 1.5, 1e9, "viele"])("refuses %s seats with a text", async (capacity) => {
    const { event, actor } = await anOrganizedEvent(1);
    expect(await changeCapacity({ actor, input: { eventId: event.id, capacity } })).toMatchObject({
      ok: false,
      failure: { kind: "invalid" },
    });
  });

  it.each([
    ["called off", { status: "cancelled" }, -60, "event_cancelled"],
    ["ended", { status: "ended" }, -60, "event_over"],
    ["past its end", { status: "published" }, 1, "event_over"],
  ] as const)("gives no seat of an event that is %s", async (_what, values, seconds, reason) => {
    const { event, actor } = await anOrganizedEvent(1);
    for (const word of ["ada", "ben"]) await register(event.id, word);
    await db().update(events).set(values).where(eq(events.id, event.id));
    const now = new Date(event.endsAt.getTime() + seconds * 1_000);
    const input = { eventId: event.id, capacity: 8, waitlist: false };
    expect(await changeCapacity({ actor, input, now })).toMatchObject({
      failure: { kind: "conflict", reason },
    });
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
    expect(plan).toMatchObject({ capacity: 1, waitlist: true, confirmed: 1, waiting: 1 });
    expect(await countOf(event.id, "waiting")).toBe(1);
    const told = (await db().select().from(outbox)).filter(
      ({ kind, payload }) => kind === "registration.promoted" && JSON.stringify(payload).includes(event.id),
    );
    expect(told).toEqual([]);
  });

  it("gives seats while the event runs on over its planned end", async () => {
    const { event, actor } = await anOrganizedEvent(1);
    for (const word of ["ada", "ben"]) await register(event.id, word);
    await db().update(events).set({ status: "live" }).where(eq(events.id, event.id));
    const now = new Date(event.endsAt.getTime() + 60_000);
    const result = await changeCapacity({ actor, input: { eventId: event.id, capacity: 2 }, now });
    expect(result).toMatchObject({ ok: true, value: { promoted: 1 } });
  });

  it("gives seats on site to those who wait there, and abolishes none that are given, offered or waited for", async () => {
    const { event, actor } = await anOrganizedEvent(5);
    const change = (onsiteCapacity: number | null) =>
      changeCapacity({ actor, input: { eventId: event.id, capacity: 5, onsiteCapacity } });
    await change(1);
    for (const word of ["ada", "ben", "cem"])
      await registerForEvent({
        actor: guest,
        input: { eventId: event.id, name: word, email: `${word}@example.org`, attendance: "onsite" },
      });
    expect(await change(null)).toMatchObject({ failure: { reason: "below_confirmed_onsite" } });
    expect(await change(2)).toMatchObject({ ok: true, value: { promoted: 1 } });
    expect(await change(1)).toMatchObject({
      failure: { reason: "below_confirmed_onsite", details: { confirmed: 2 } },
    });
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
    expect(plan).toMatchObject({ onsiteCapacity: 2, onsiteConfirmed: 2, onsiteWaiting: 1, confirmed: 0 });
    await changeCapacity({ actor, input: { eventId: event.id, capacity: 6 } });
    const [kept] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
    expect(kept, "what a form does not show stays").toMatchObject({ capacity: 6, onsiteCapacity: 2 });
  });

  it("looks like a missing event to the organizer of another network", async () => {
    const { event } = await anOrganizedEvent(1);
    const other = await anOrganizedEvent(1);
    expect(
      await changeCapacity({ actor: other.actor, input: { eventId: event.id, capacity: 9 } }),
    ).toMatchObject({
      ok: false,
      failure: { kind: "not_found" },
    });
  });

  it("keeps every seat taken and none double while people register, cancel and seats come and go", async () => {
    const { event, actor } = await anOrganizedEvent(3);
    const seated = await Promise.all(["a", "b", "c", "d", "e", "f"].map((word) => register(event.id, word)));
    const ids = seated.flatMap((result) => (result.ok ? [result.value.registrationId] : []));
    await Promise.all([
      ...ids.slice(0, 3).map((registrationId) =>
        cancelRegistration({
          actor: seatActor({ id: registrationId, eventId: event.id }),
          input: { registrationId },
        }),
      ),
      changeCapacity({ actor, input: { eventId: event.id, capacity: 5 } }),
      changeCapacity({ actor, input: { eventId: event.id, capacity: 4 } }),
      ...["g", "h", "i"].map((word) => register(event.id, word)),
    ]);
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
    const confirmed = await countOf(event.id, "confirmed");
    const waiting = await countOf(event.id, "waiting");
    expect(plan).toMatchObject({ confirmed, waiting });
    expect(confirmed).toBe(Math.min(plan?.capacity ?? 0, confirmed + waiting));
  });
});
