import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { registrations, seatPlans } from "@/db/schema/registration";
import { guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import type { Id } from "@/lib/ids";
import { addRegistration } from "../commands/add-registration";
import { cancelRegistrations } from "../commands/cancel-registrations";
import { importRegistrations } from "../commands/import-registrations";
import { registerForEvent } from "../commands/register-for-event";

type EventId = Id<"event">;

/** The one guard of every seat; switched off, the very same commands must fail this race. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./seat-plan", async (original) => {
  const { seatLockWithSwitch } = await import("@/db/testing/switches");
  return seatLockWithSwitch(await original<typeof import("./seat-plan")>(), guard);
});

const columns = { email: 0, name: 1 };
const fileOf = (word: string) =>
  Array.from({ length: 8 }, (_, n) => `${word}${n}@example.org;${word} ${n}`).join("\n");

/**
 * Files, hands and forms for one event at once, while the first people are called off together; the number of untruths
 * afterwards.
 */
async function race(): Promise<number> {
  const network = await aNetwork();
  const event = await anEvent({ network, capacity: 10 });
  const actor = organizerActor(await anOrganizer(network), network);
  const eventId = event.id;
  const bring = (word: string) =>
    importRegistrations({ actor, input: { eventId, text: fileOf(word), delimiter: ";", columns } });
  await bring("first");
  const first = await db().select().from(registrations).where(eq(registrations.eventId, eventId));
  const registrationIds = first.slice(0, 4).map(({ id }) => id);
  const person = (name: string) => ({ eventId, name, email: `${name}@example.org` });
  const add = (name: string) => addRegistration({ actor, input: person(name) });
  const register = (name: string) => registerForEvent({ actor: guest, input: person(name) });
  // Two of a line are at work at once, so neighbours are what meets.
  await Promise.allSettled([
    bring("second"),
    add("g1"),
    register("g2"),
    bring("third"),
    cancelRegistrations({ actor, input: { eventId, registrationIds } }),
    register("g3"),
    add("g4"),
    // The same file again: whoever comes later finds the people of the other.
    bring("third"),
  ]);
  return (await untruths(eventId)).length;
}

async function untruths(eventId: EventId): Promise<string[]> {
  const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
  const rows = await db().select().from(registrations).where(eq(registrations.eventId, eventId));
  const heldAs = (status: "confirmed" | "waiting") => rows.filter((row) => row.status === status);
  const [confirmed, waiting] = [heldAs("confirmed"), heldAs("waiting")];
  const wrong = {
    "more confirmed than seats": confirmed.length > 10,
    "a seat is idle while somebody waits": waiting.length > 0 && confirmed.length < 10,
    "the counts are not those of the rows":
      plan?.confirmed !== confirmed.length || plan?.waiting !== waiting.length,
    "two people have one place": new Set(rows.map(({ place }) => place)).size !== rows.length,
    "somebody is missing": rows.length !== 3 * 8 + 4,
  };
  return Object.entries(wrong).flatMap(([name, isWrong]) => (isWrong ? [name] : []));
}

describe("the desk and the forms at once", () => {
  it("lose nobody, sell no seat twice and leave none idle", async () => {
    expect(await worstOf(race, 0)).toBe(0);
  });
});

describe("the same race without the lock and the check", () => {
  withoutGuard(guard);
  beforeAll(async () => {
    await db().execute(sql`alter table seat_plans drop constraint seat_plans_never_oversold`);
  });

  it("breaks a promise", async () => {
    expect(await worstOf(race, 0)).toBeGreaterThan(0);
  });
});
