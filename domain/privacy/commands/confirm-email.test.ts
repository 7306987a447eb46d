import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { emailChanges } from "@/db/schema/people";
import { registrations } from "@/db/schema/registration";
import { guest } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { findPerson } from "@/domain/people/queries";
import { newId } from "@/lib/ids";
import { confirmEmail } from "./confirm-email";

const now = new Date();

it("P13: moves the person and their registrations ahead, and tells the old address", async () => {
  const person = await aPerson();
  const row = await aRegistration(await anEvent(), { personId: person.id, email: person.email });
  const changeId = newId("emailChange");
  const toEmail = "umgezogen@example.org";
  await db()
    .insert(emailChanges)
    .values({
      ...{ id: changeId, personId: person.id, fromEmail: person.email, toEmail, locale: "de" },
      expiresAt: new Date(now.getTime() + 60_000),
    });
  expect((await confirmEmail({ actor: guest, input: { changeId }, now })).ok).toBe(true);
  expect(await findPerson(person.id)).toMatchObject({ email: toEmail });
  const [moved] = await db().select().from(registrations).where(eq(registrations.id, row.id));
  expect(moved).toMatchObject({ email: toEmail, personId: person.id });
  const [fact] = await db().select().from(outbox).where(eq(outbox.kind, "email.changed"));
  expect(fact?.payload).toEqual({ changeId });
  expect(await confirmEmail({ actor: guest, input: { changeId }, now })).toMatchObject({
    failure: { kind: "not_found" },
  });
});
