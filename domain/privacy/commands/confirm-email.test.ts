import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { auditEntries, outbox } from "@/db/schema/kernel";
import { emailChanges } from "@/db/schema/people";
import { registrations } from "@/db/schema/registration";
import { guest, personActor } from "@/db/testing/actors";
import { aNetwork, anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { acceptRole } from "@/domain/alliance/commands/accept-role";
import { offerRole } from "@/domain/alliance/commands/offer-role";
import { isMemberOf } from "@/domain/alliance/queries/membership";
import { findPerson } from "@/domain/people/queries";
import { type Id, newId } from "@/lib/ids";
import { confirmEmail } from "./confirm-email";

const now = new Date();

async function aWish(person: { id: Id<"person">; email: string }, toEmail: string) {
  const id = newId("emailChange");
  const expiresAt = new Date(now.getTime() + 60_000);
  const row = { id, personId: person.id, fromEmail: person.email, toEmail, locale: "de" as const, expiresAt };
  await db().insert(emailChanges).values(row);
  return { changeId: id };
}

it("P13: moves the person and their registrations ahead, and tells the old address", async () => {
  const person = await aPerson();
  const row = await aRegistration(await anEvent(), { personId: person.id, email: person.email });
  const toEmail = "umgezogen@example.org";
  const { changeId } = await aWish(person, toEmail);
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

it("lets a member by a list stay one, and an offered role be accepted with the new address", async () => {
  const office = await anOffice();
  const { network } = office;
  const person = await aPerson();
  await db().insert(networkAddresses).values({ networkId: network.id, email: person.email });
  const form = { networkId: network.id, email: person.email, role: "observer", locale: "de" };
  const offer = await offerRole({ actor: office.actor, input: form });
  if (!offer.ok) throw new Error(offer.failure.reason);
  const input = await aWish(person, `neu-${person.email}`);
  expect((await confirmEmail({ actor: guest, input, now })).ok).toBe(true);
  expect(await isMemberOf({ personId: person.id, networkId: network.id })).toBe(true);
  const audit = await db().select().from(auditEntries).where(eq(auditEntries.networkId, network.id));
  expect(audit.map(({ command, actorKind }) => [command, actorKind])).toContainEqual([
    "carry-membership",
    "system",
  ]);
  expect((await acceptRole({ actor: personActor(person), input: offer.value })).ok).toBe(true);
});

it("carries nothing where the new address belongs to somebody by now", async () => {
  const [person, other, network] = [await aPerson(), await aPerson(), await aNetwork()];
  await db().insert(networkAddresses).values({ networkId: network.id, email: person.email });
  const input = await aWish(person, other.email);
  expect(await confirmEmail({ actor: guest, input, now })).toMatchObject({
    failure: { reason: "address_taken" },
  });
  const rows = await db().select().from(networkAddresses).where(eq(networkAddresses.networkId, network.id));
  expect(rows.map(({ email }) => email)).toEqual([person.email]);
});
