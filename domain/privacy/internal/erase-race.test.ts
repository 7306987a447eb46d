import { eq, or, sql } from "drizzle-orm";
import { afterEach, expect, it, vi } from "vitest";
import { db, type Reader } from "@/db/client";
import { people } from "@/db/schema/people";
import { registrations, seatPlans } from "@/db/schema/registration";
import { personActor, system } from "@/db/testing/actors";
import { anEvent, aPerson } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { isHeld } from "@/domain/registration/rules";
import type { Id } from "@/lib/ids";
import { wipePerson } from "../commands/wipe-person";

/** The lock on the person; switched off, the very same commands must lose this race. */
const guard = vi.hoisted(() => ({ on: true }));
vi.mock("@/domain/people/queries/hold-person", async (original) => {
  const real = await original<typeof import("@/domain/people/queries/hold-person")>();
  const holdPerson = async (personId: Id<"person">, reader: Reader) => {
    if (guard.on) return real.holdPerson(personId, reader);
    const [person] = await reader.select().from(people).where(eq(people.id, personId));
    return person;
  };
  return { ...real, holdPerson };
});
vi.mock("@/domain/registration/queries/of-person", async (original) => {
  const real = await original<typeof import("@/domain/registration/queries/of-person")>();
  const registrationsOf = async (...given: Parameters<typeof real.registrationsOf>) => {
    const rows = await real.registrationsOf(...given);
    // The pause only widens the window that is always there between looking and deleting.
    await given[1].execute(sql`select pg_sleep(0.05)`);
    return rows;
  };
  return { ...real, registrationsOf };
});

afterEach(() => {
  guard.on = true;
});

const EVENTS = 6;

/** Somebody registers for many events while they are erased; how many registrations still say who it was. */
async function race(): Promise<number> {
  const person = await aPerson();
  const events = await Promise.all(Array.from({ length: EVENTS }, () => anEvent({ capacity: 5 })));
  const actor = personActor(person);
  const details = { name: person.name, email: person.email };
  await Promise.all([
    ...events.map(({ id: eventId }) => registerForEvent({ actor, input: { eventId, ...details } })),
    wipePerson({ actor: system, input: { personId: person.id } }),
  ]);
  const mine = or(eq(registrations.email, person.email), eq(registrations.personId, person.id));
  const left = await db().select().from(registrations).where(mine);
  // The seats are those of the rows, whoever came first.
  for (const { id } of events) {
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, id));
    const held = left.filter((row) => row.eventId === id && isHeld(row)).length;
    expect(plan?.confirmed).toBe(held);
  }
  return left.length;
}

it("R25: whoever registers while they are erased leaves no registration behind", async () => {
  for (let round = 0; round < 4; round++) expect(await race()).toBe(0);
});

it("loses that race without the lock on the person", async () => {
  guard.on = false;
  expect(await worstOf(race, 0)).toBeGreaterThan(0);
});
