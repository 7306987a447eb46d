import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations, seatPlans } from "@/db/schema/registration";
import { claimActor, guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aClaim, aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import type { Id } from "@/lib/ids";
import type { Attendance } from "../rules";
import { cancelRegistration } from "./cancel-registration";
import { registerForEvent } from "./register-for-event";
import { switchAttendance } from "./switch-attendance";

type Seats = { online?: number; onsite: number; switchHours?: number; waitlist?: boolean };

async function aHybridEvent({ online = 10, onsite, ...plan }: Seats) {
  const event = await anEvent({ capacity: online, place: "Musterstadt" });
  const where = eq(seatPlans.eventId, event.id);
  await db()
    .update(seatPlans)
    .set({ onsiteCapacity: onsite, ...plan })
    .where(where);
  return event;
}

async function registered(eventId: Id<"event">, word: string, attendance: Attendance) {
  const input = { eventId, name: word, email: `${word}@example.org`, attendance };
  const result = await registerForEvent({ actor: guest, input });
  if (!result.ok) throw new Error(result.failure.reason);
  const where = eq(registrations.id, result.value.registrationId);
  const [row] = await db().select().from(registrations).where(where);
  if (!row) throw new Error("not stored");
  return row;
}

type Row = Awaited<ReturnType<typeof registered>>;
const switchTo = (row: Row, attendance: Attendance, now?: Date) =>
  switchAttendance({
    actor: seatActor(row),
    input: { registrationId: row.id, attendance },
    ...(now ? { now } : {}),
  });
const rowOf = async ({ id }: Row) =>
  (await db().select().from(registrations).where(eq(registrations.id, id)))[0];
const planOf = async (eventId: Id<"event">) =>
  (await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId)))[0];

describe("registering for one kind of seats", () => {
  it("waits for that kind alone", async () => {
    const event = await aHybridEvent({ onsite: 1 });
    const first = await registered(event.id, "ada", "onsite");
    const second = await registered(event.id, "ben", "onsite");
    const third = await registered(event.id, "cem", "online");
    expect([first.status, second.status, third.status]).toEqual(["confirmed", "waiting", "confirmed"]);
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, onsiteConfirmed: 1, onsiteWaiting: 1 });
  });

  it("gives a seat that gets free on site to who waits there", async () => {
    const event = await aHybridEvent({ online: 1, onsite: 1 });
    const first = await registered(event.id, "ada", "onsite");
    await registered(event.id, "ben", "online");
    const online = await registered(event.id, "cem", "online");
    const onsite = await registered(event.id, "dora", "onsite");
    await cancelRegistration({ actor: seatActor(first), input: { registrationId: first.id } });
    expect(await rowOf(online)).toMatchObject({ status: "waiting" });
    expect(await rowOf(onsite)).toMatchObject({ status: "confirmed", attendance: "onsite" });
  });

  it("is refused on site where the event has no seats there", async () => {
    const { id: eventId } = await anEvent({ capacity: 5 });
    const input = { eventId, name: "Ada", email: "ada@example.org", attendance: "onsite" };
    expect(await registerForEvent({ actor: guest, input })).toMatchObject({
      failure: { kind: "conflict", reason: "no_onsite_seats" },
    });
  });
});

describe("switchAttendance", () => {
  it("moves a confirmed person and gives the freed seat to who waits for it", async () => {
    const event = await aHybridEvent({ onsite: 1 });
    const ada = await registered(event.id, "ada", "onsite");
    const ben = await registered(event.id, "ben", "onsite");
    expect(await switchTo(ada, "online")).toMatchObject({ ok: true, value: { status: "confirmed" } });
    expect(await rowOf(ada)).toMatchObject({ attendance: "online", calendarSequence: 1 });
    expect(await rowOf(ben)).toMatchObject({ status: "confirmed" });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, onsiteConfirmed: 1, onsiteWaiting: 0 });
  });

  it("leaves a confirmed person where they are when the other seats are taken, or others wait for them", async () => {
    const event = await aHybridEvent({ onsite: 1 });
    await registered(event.id, "ada", "onsite");
    const ben = await registered(event.id, "ben", "online");
    expect(await switchTo(ben, "onsite")).toMatchObject({ failure: { reason: "seats_full" } });
    expect(await rowOf(ben)).toMatchObject({ status: "confirmed", attendance: "online" });
  });

  it("puts who waits at the end of the other list, or gives them a seat that is free there", async () => {
    const event = await aHybridEvent({ online: 1, onsite: 1 });
    await registered(event.id, "ada", "onsite");
    await registered(event.id, "ben", "online");
    const cem = await registered(event.id, "cem", "onsite");
    const dora = await registered(event.id, "dora", "online");
    expect(await switchTo(cem, "online")).toMatchObject({ ok: true, value: { status: "waiting" } });
    expect((await rowOf(cem))?.place).toBeGreaterThan(dora.place);
    const roomy = await aHybridEvent({ onsite: 1 });
    await registered(roomy.id, "eva", "onsite");
    const fritz = await registered(roomy.id, "fritz", "onsite");
    expect(await switchTo(fritz, "online")).toMatchObject({ ok: true, value: { status: "confirmed" } });
    expect(await planOf(roomy.id)).toMatchObject({ confirmed: 1, onsiteConfirmed: 1, onsiteWaiting: 0 });
  });

  it("is over so many hours before the start as the plan says, and when the registration is", async () => {
    const event = await aHybridEvent({ onsite: 3, switchHours: 2 });
    const ada = await registered(event.id, "ada", "online");
    const hoursBefore = (hours: number) => new Date(event.startsAt.getTime() - hours * 3_600_000);
    expect(await switchTo(ada, "onsite", hoursBefore(2))).toMatchObject({
      failure: { reason: "switch_closed" },
    });
    expect(await switchTo(ada, "onsite", hoursBefore(2.1))).toMatchObject({ ok: true });
    await cancelRegistration({ actor: seatActor(ada), input: { registrationId: ada.id } });
    expect(await switchTo(ada, "online", hoursBefore(2.1))).toMatchObject({
      failure: { reason: "registration_cancelled" },
    });
  });

  it("does nothing twice", async () => {
    const event = await aHybridEvent({ onsite: 3 });
    const ada = await registered(event.id, "ada", "online");
    await Promise.all([switchTo(ada, "onsite"), switchTo(ada, "onsite")]);
    expect(await planOf(event.id)).toMatchObject({ confirmed: 0, onsiteConfirmed: 1 });
    expect(await rowOf(ada)).toMatchObject({ calendarSequence: 1 });
  });

  it("looks like a missing registration to claims, strangers and offices of others", async () => {
    const event = await aHybridEvent({ onsite: 3 });
    const ada = await registered(event.id, "ada", "online");
    const elsewhere = await aNetwork();
    const office = organizerActor(await anOrganizer(elsewhere), elsewhere);
    const input = { registrationId: ada.id, attendance: "onsite" };
    for (const actor of [guest, claimActor(ada, await aClaim(ada)), office])
      expect(await switchAttendance({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
  });
});
