import { eq, like, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { emailChanges, people } from "@/db/schema/people";
import { system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { withoutConflictOn, withoutLockOn, worstOf } from "@/db/testing/races";
import { newId } from "@/lib/ids";
import { changeEmail } from "../commands/change-email";
import { ensurePerson } from "../commands/ensure-person";
import { signInProven } from "../commands/sign-in-proven";

const now = new Date();
const RACED = "race.example.org";
const anAddress = () => `${crypto.randomUUID()}@${RACED}`;
const peopleOf = (email: string) => db().$count(people, eq(people.email, email));

/** One address is proven eight times at once, by registrations and by sign-ins; how many people it is then. */
async function peopleOfOneAddress(): Promise<number> {
  const email = anAddress();
  const input = { email, name: "Ada Beispiel", locale: "de", timeZone: "Europe/Berlin" };
  await Promise.allSettled(
    Array.from({ length: 8 }, (_, n) =>
      n % 2 ? ensurePerson({ actor: system, input }) : signInProven({ actor: system, input }),
    ),
  );
  return peopleOf(email);
}

async function aWish(person: { id: `per_${string}`; email: string }, toEmail: string) {
  const id = newId("emailChange");
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const row = { id, personId: person.id, fromEmail: person.email, toEmail, locale: "de" as const, expiresAt };
  await db().insert(emailChanges).values(row);
  return () => changeEmail({ actor: system, input: { changeId: id }, now });
}

/** The mailed links of one person's four wishes are confirmed at once, one of them twice; how many said yes. */
async function movesOfOnePerson(): Promise<number> {
  const person = await aPerson({ email: anAddress() });
  const wishes = await Promise.all([1, 2, 3, 4].map(() => aWish(person, anAddress())));
  const results = await Promise.all([...wishes, ...wishes.slice(0, 1)].map((confirm) => confirm()));
  return results.filter(({ ok }) => ok).length;
}

/** Four people confirm one address at once; how many have it then. */
async function ownersOfOneAddress(): Promise<number> {
  const email = anAddress();
  const wishes = [];
  for (const _one of [1, 2, 3, 4]) wishes.push(await aWish(await aPerson({ email: anAddress() }), email));
  await Promise.allSettled(wishes.map((confirm) => confirm()));
  return peopleOf(email);
}

describe("an address", () => {
  it("S16: is one person, however often it is proven at once", async () => {
    expect(await peopleOfOneAddress()).toBe(1);
  });

  it("P13: is changed once from where it was, whichever of the links are confirmed at once", async () => {
    expect(await movesOfOnePerson()).toBe(1);
  });

  it("P13: becomes one person's, however many confirm it at once", async () => {
    expect(await ownersOfOneAddress()).toBe(1);
  });
});

describe("the same races without the constraint and the lock", () => {
  const putBack: (() => unknown)[] = [];
  afterEach(async () => {
    for (const undo of putBack.splice(0)) await undo();
  });
  async function withoutConstraint(): Promise<void> {
    await db().execute(sql`alter table people drop constraint people_one_per_email`);
    putBack.push(async () => {
      await db()
        .delete(people)
        .where(like(people.email, `%@${RACED}`));
      await db().execute(sql`alter table people add constraint people_one_per_email unique (email)`);
    });
  }

  it("make several people of one address", async () => {
    await withoutConstraint();
    putBack.push(withoutConflictOn("people", "email"));
    expect(await worstOf(peopleOfOneAddress, 1)).toBeGreaterThan(1);
  });

  it("move a person more than once", async () => {
    putBack.push(withoutLockOn("email_changes"));
    expect(await worstOf(movesOfOnePerson, 1)).toBeGreaterThan(1);
  });

  it("give one address to several people", async () => {
    await withoutConstraint();
    expect(await worstOf(ownersOfOneAddress, 1)).toBeGreaterThan(1);
  });
});
