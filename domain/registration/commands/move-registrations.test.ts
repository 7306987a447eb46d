import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { personActor, system } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { moveRegistrations } from "./move-registrations";

it("moves what is ahead or put off, and leaves what is over, another's, and what the new address has already", async () => {
  const person = await aPerson();
  const input = { personId: person.id, fromEmail: person.email, toEmail: `neu.${person.email}` };
  const mine = { personId: person.id, email: person.email };
  const ahead = await aRegistration(await anEvent(), mine);
  const over = await aRegistration(await anEvent({ startsAt: new Date(Date.now() - 86_400_000) }), mine);
  const off = { startsAt: new Date(Date.now() - 86_400_000), status: "postponed" as const };
  const putOff = await aRegistration(await anEvent(off), mine);
  const both = await anEvent();
  const doubled = await aRegistration(both, mine);
  await aRegistration(both, { email: input.toEmail });
  const unproven = await aRegistration(await anEvent(), { email: person.email });
  expect(await moveRegistrations({ actor: system, input })).toMatchObject({ value: { moved: 2 } });
  const emailOf = async (id: `reg_${string}`) =>
    (await db().select().from(registrations).where(eq(registrations.id, id)))[0]?.email;
  for (const { id } of [ahead, putOff]) expect(await emailOf(id)).toBe(input.toEmail);
  for (const { id } of [over, doubled, unproven]) expect(await emailOf(id)).toBe(person.email);
  expect(await moveRegistrations({ actor: personActor(person), input })).toMatchObject({
    failure: { kind: "not_found" },
  });
});
