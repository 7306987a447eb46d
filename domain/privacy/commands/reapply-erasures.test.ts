import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import { erasures } from "@/db/schema/privacy";
import { invitations, registrations } from "@/db/schema/registration";
import { system } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { reapplyErasures } from "./reapply-erasures";
import { recordErasures } from "./record-erasures";
import { wipePerson } from "./wipe-person";

it("R27: erases once more whom a backup brings back, by a log that names nobody, and nobody else", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  const event = await anEvent();
  const proven = await aRegistration(event, { personId: person.id, email: person.email });
  const unproven = await aRegistration(await anEvent(), { email: person.email });
  await aRegistration(event, { personId: other.id, email: other.email });
  // Raw rows don't move the counts.
  await db().execute(sql`update seat_plans set confirmed = 5`);
  const backup = { people: [person], registrations: [proven, { ...unproven, personId: null }] };
  await wipePerson({ actor: system, input: { personId: person.id } });
  const log = await db().select().from(erasures);

  // The backup is older than the log: it has the rows, and nothing of the erasure.
  await db().execute(sql`delete from erasures`);
  await db().insert(people).values(backup.people);
  await db().insert(registrations).values(backup.registrations);
  expect(await reapplyErasures({ actor: system, input: {} })).toMatchObject({ value: { gone: 0 } });
  await recordErasures({ actor: system, input: { rows: log } });
  await recordErasures({ actor: system, input: { rows: log } });

  const done = await reapplyErasures({ actor: system, input: {} });
  expect(done.ok && done.value.gone).toBeGreaterThan(0);
  expect((await db().select().from(people)).map(({ id }) => id)).toContain(other.id);
  expect((await db().select().from(people)).map(({ id }) => id)).not.toContain(person.id);
  const left = await db().select().from(registrations);
  expect(left.map(({ email }) => email)).not.toContain(person.email);
  expect(left.map(({ email }) => email)).toContain(other.email);
  expect(await reapplyErasures({ actor: system, input: {} })).toMatchObject({ value: { gone: 0 } });
});

it("finds a registration that no person belonged to yet when the backup was made", async () => {
  const person = await aPerson();
  const row = await aRegistration(await anEvent(), { personId: person.id, email: person.email });
  await db().execute(sql`update seat_plans set confirmed = 5`);
  await wipePerson({ actor: system, input: { personId: person.id } });
  await db()
    .insert(registrations)
    .values({ ...row, personId: null, provenAt: null });
  await reapplyErasures({ actor: system, input: {} });
  expect((await db().select().from(registrations)).map(({ id }) => id)).not.toContain(row.id);
});

it("takes along what the address of such a registration was invited by until then, and nothing since", async () => {
  const person = await aPerson();
  const row = await aRegistration(await anEvent(), { personId: person.id, email: person.email });
  await db().execute(sql`update seat_plans set confirmed = 5`);
  await wipePerson({ actor: system, input: { personId: person.id } });
  await db()
    .insert(registrations)
    .values({ ...row, personId: null, provenAt: null });
  const invited = async (createdAt: Date) => {
    const { id: eventId } = await anEvent();
    const code = crypto.randomUUID();
    const to = { eventId, email: person.email, locale: "de" as const, maxUses: 1, mailing: 1 };
    await db()
      .insert(invitations)
      .values({ ...to, code, mailedAt: createdAt, createdAt });
    return code;
  };
  const [, after] = [await invited(new Date(0)), await invited(new Date(Date.now() + 60_000))];
  await reapplyErasures({ actor: system, input: {} });
  const left = await db().select().from(invitations).where(eq(invitations.email, person.email));
  expect(left.map(({ code }) => code)).toEqual([after]);
});
