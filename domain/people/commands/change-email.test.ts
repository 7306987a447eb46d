import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { emailChanges, people } from "@/db/schema/people";
import { personActor, system } from "@/db/testing/actors";
import { aLogin } from "@/db/testing/everywhere";
import { aPerson } from "@/db/testing/makers";
import { newId } from "@/lib/ids";
import { findPerson, personOfLogin } from "../queries";
import { changeEmail } from "./change-email";

const now = new Date("2026-11-24T09:00:00Z");
let counter = 0;

async function aWish(more: Partial<typeof emailChanges.$inferInsert> = {}) {
  const person = await aPerson();
  const toEmail = `umzug-${++counter}@example.org`;
  const id = newId("emailChange");
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const row = { id, personId: person.id, fromEmail: person.email, toEmail, locale: "de" as const, expiresAt };
  await db()
    .insert(emailChanges)
    .values({ ...row, createdAt: now, ...more });
  const change = () => changeEmail({ actor: system, input: { changeId: id }, now });
  return { person, toEmail: more.toEmail ?? toEmail, change };
}

it("P13: moves the person once, proves the new address, and ends every login", async () => {
  const { person, toEmail, change } = await aWish();
  const token = await aLogin(person, now);
  expect((await change()).ok).toBe(true);
  expect(await findPerson(person.id)).toMatchObject({ email: toEmail, emailVerified: now });
  expect(await personOfLogin(token, now)).toBeUndefined();
  expect(await change()).toMatchObject({ failure: { kind: "not_found" } });
});

it("does nothing by a link that is over, or from an address that is no longer theirs", async () => {
  const over = await aWish({ expiresAt: now });
  expect(await over.change()).toMatchObject({ failure: { kind: "not_found" } });
  const [first, moved] = [await aWish(), await aWish()];
  await db().update(people).set({ email: "woanders@example.org" }).where(eq(people.id, moved.person.id));
  expect(await moved.change()).toMatchObject({ failure: { kind: "not_found" } });
  expect((await first.change()).ok).toBe(true);
});

it("takes nobody's address: of two who want one at once, one gets it", async () => {
  const owner = await aPerson();
  const wish = await aWish({ toEmail: owner.email });
  expect(await wish.change()).toMatchObject({ failure: { reason: "address_taken" } });
  expect(await findPerson(wish.person.id)).toMatchObject({ email: wish.person.email });
  const toEmail = `beide-${++counter}@example.org`;
  const both = [await aWish({ toEmail }), await aWish({ toEmail })];
  const results = await Promise.all(both.map(({ change }) => change()));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { reason: "address_taken" } });
});

it("has one person for one mailbox, in whatever case something writes it", async () => {
  const { email } = await aPerson();
  await expect(aPerson({ email: email.toUpperCase() })).rejects.toMatchObject({
    cause: expect.objectContaining({ constraint: "people_email_lower_case" }),
  });
});

it("is nothing that people may do themselves", async () => {
  const person = await aPerson();
  const call = { actor: personActor(person), input: { changeId: newId("emailChange") } };
  expect(await changeEmail(call)).toMatchObject({ failure: { kind: "not_found" } });
});
