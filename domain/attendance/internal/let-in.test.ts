import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { attendanceTotals, checkIns } from "@/db/schema/attendance";
import { events } from "@/db/schema/programme";
import { guest, seatActor, system } from "@/db/testing/actors";
import { anEventOnSite, entryOf, minute } from "@/db/testing/door";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { checkIn } from "../commands/check-in";
import { forgetAttendance } from "../commands/forget-attendance";
import { undoCheckIn } from "../commands/undo-check-in";
import { walkIn } from "../commands/walk-in";
import { arrivalsOf, countWalkIns, doorTimesOf, listDoor } from "../queries/door";

/** Somebody who was let in at nine, went, cancelled, and has registered anew. */
async function whoRegisteredAnew() {
  const door = await anEventOnSite();
  const { event, doorkeeper } = door;
  const register = async (at: number) => {
    const details = { name: "Ada Beispiel", email: "ada@example.org", attendance: "onsite" };
    const result = await registerForEvent({
      actor: guest,
      input: { eventId: event.id, ...details },
      now: minute(at),
    });
    if (!result.ok) throw new Error(result.failure.reason);
    return result.value.registrationId;
  };
  const registrationId = await register(-600);
  const input = { eventId: event.id, registrationId };
  const scan = (at: number) => checkIn({ actor: doorkeeper, input, now: minute(at) });
  await scan(0);
  const actor = seatActor({ id: registrationId, eventId: event.id });
  const cancelled = await cancelRegistration({ actor, input: { registrationId }, now: minute(20) });
  if (!cancelled.ok) throw new Error(cancelled.failure.reason);
  expect(await register(30)).toBe(registrationId);
  return { ...door, registrationId, input, scan };
}

it("does not count whoever registered anew as in, anywhere", async () => {
  const { event, doorkeeper, organizer, registrationId } = await whoRegisteredAnew();
  expect(await listDoor(doorkeeper, event.id)).toMatchObject([{ id: registrationId, arrival: null }]);
  expect((await arrivalsOf(event.id)).size).toBe(0);
  const asked = { eventId: event.id, ids: [registrationId] };
  expect((await doorTimesOf(organizer, asked)).size).toBe(0);
});

it("lets them in again as if for the first time, and then counts them once", async () => {
  const { event, input, doorkeeper, registrationId, scan } = await whoRegisteredAnew();
  const at = minute(40).toISOString();
  expect(await scan(40)).toEqual({ ok: true, value: { state: "in", registrationId, at } });
  expect(await scan(41)).toMatchObject({ value: { state: "already", at } });
  expect(await entryOf(registrationId)).toMatchObject({ renewals: 1, at: minute(40) });
  expect((await arrivalsOf(event.id)).size).toBe(1);
  await undoCheckIn({ actor: doorkeeper, input: { ...input, at }, now: minute(45) });
  expect((await arrivalsOf(event.id)).size).toBe(0);
  expect(await scan(42)).toMatchObject({ value: { state: "undone" } });
});

it("counts a walk-in who comes again once, and of a sum only who came since", async () => {
  const { event, doorkeeper, registrationId } = await whoRegisteredAnew();
  const actor = seatActor({ id: registrationId, eventId: event.id });
  await cancelRegistration({ actor, input: { registrationId }, now: minute(50) });
  const person = { name: "Ada Beispiel", email: "ada@example.org" };
  const come = () => walkIn({ actor: doorkeeper, input: { eventId: event.id, ...person }, now: minute(60) });
  expect(await come()).toMatchObject({ value: { state: "in", registered: true } });
  expect(await come()).toMatchObject({ value: { state: "already", registered: false } });
  expect(await countWalkIns(doorkeeper, event.id)).toBe(1);
});

it("is not in the sum that is kept of an event", async () => {
  const { event } = await whoRegisteredAnew();
  const long = new Date("2020-03-31T08:00:00Z");
  const over = { status: "ended" as const, startsAt: long, endsAt: new Date(long.getTime() + 3_600_000) };
  await db().update(events).set(over).where(eq(events.id, event.id));
  await forgetAttendance({ actor: system, input: {}, now: new Date("2027-04-01T08:00:00Z") });
  const [kept] = await db().select().from(attendanceTotals).where(eq(attendanceTotals.eventId, event.id));
  expect(kept).toMatchObject({ checkedIn: 0 });
  expect(await db().$count(checkIns, eq(checkIns.eventId, event.id))).toBe(0);
});
