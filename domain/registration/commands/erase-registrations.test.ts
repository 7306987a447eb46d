import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations, seatPlans } from "@/db/schema/registration";
import { personActor, system } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { eraseRegistrations } from "./erase-registrations";

it("deletes these registrations and moves the counts of their events, of which it keeps the confirmed", async () => {
  const event = await anEvent();
  const rows = [await aRegistration(event), await aRegistration(event, { status: "waiting" })];
  const other = await aRegistration(event);
  await db().update(seatPlans).set({ confirmed: 2, waiting: 1 }).where(eq(seatPlans.eventId, event.id));
  const input = { registrationIds: rows.map(({ id }) => id) };
  expect(await eraseRegistrations({ actor: system, input })).toMatchObject({ value: { gone: 2 } });
  expect(await eraseRegistrations({ actor: system, input })).toMatchObject({ value: { gone: 0 } });
  const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
  expect(plan).toMatchObject({ confirmed: 1, waiting: 0, forgotten: 1 });
  const left = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
  expect(left.map(({ id }) => id)).toEqual([other.id]);
});

it("is nothing that people may do, not even the person", async () => {
  const person = await aPerson();
  const mine = await aRegistration(await anEvent(), { personId: person.id });
  const call = { actor: personActor(person), input: { registrationIds: [mine.id] } };
  expect(await eraseRegistrations(call)).toMatchObject({ failure: { kind: "not_found" } });
});
