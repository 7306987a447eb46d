import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { registrations, seatPlans } from "@/db/schema/registration";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import type { Id } from "@/lib/ids";
import { cancelRegistration } from "../commands/cancel-registration";
import { changeCapacity } from "../commands/change-capacity";
import { registerForEvent } from "../commands/register-for-event";

type EventId = Id<"event">;

/** The one guard of every seat; switched off, the very same commands must fail these races. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./seat-plan", async (original) => {
  const { seatLockWithSwitch } = await import("@/db/testing/switches");
  return seatLockWithSwitch(await original<typeof import("./seat-plan")>(), guard);
});

/** A hundred random orders in `npm run test:long` (R22), few in the gate. */
const ROUNDS = process.env.TEST_LONG === "1" ? 100 : 4;

const register = (eventId: EventId, word: string) =>
  registerForEvent({ actor: guest, input: { eventId, name: word, email: `${word}@example.org` } });

async function race60For10(): Promise<number> {
  const event = await anEvent({ capacity: 10 });
  await Promise.allSettled(Array.from({ length: 60 }, (_, n) => register(event.id, `p${n}`)));
  return db().$count(
    registrations,
    and(eq(registrations.eventId, event.id), eq(registrations.status, "confirmed")),
  );
}

/** One address presses eight times at once; how many registrations it then has. */
async function raceOfOneAddress(): Promise<number> {
  const event = await anEvent({ capacity: 10 });
  await Promise.allSettled(Array.from({ length: 8 }, () => register(event.id, "doppelt")));
  return db().$count(registrations, eq(registrations.eventId, event.id));
}

/** A small seeded generator, so that a failed round can be run again. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** Registrations, cancellations and changes of capacity all at once; says what is untrue afterwards. */
async function turmoil(seed: number): Promise<string[]> {
  const roll = dice(seed);
  const network = await aNetwork();
  const event = await anEvent({ network, capacity: 3 });
  const organizer = organizerActor(await anOrganizer(network), network);
  const first = await Promise.all(["a", "b", "c", "d", "e", "f"].map((word) => register(event.id, word)));
  const ids = first.flatMap((result) => (result.ok ? [result.value.registrationId] : []));
  const work = Array.from({ length: 14 }, (_, n) => {
    const kind = roll(3);
    const registrationId = ids[roll(ids.length)];
    if (kind === 0) return () => register(event.id, `g${n}`);
    if (kind === 1)
      return () => changeCapacity({ actor: organizer, input: { eventId: event.id, capacity: 1 + roll(8) } });
    if (!registrationId) throw new Error("nobody is registered");
    const actor = seatActor({ id: registrationId, eventId: event.id });
    return () => cancelRegistration({ actor, input: { registrationId } });
  });
  const outcomes = await Promise.allSettled(work.map((job) => job()));
  const thrown = outcomes
    .filter((outcome) => outcome.status === "rejected")
    .map(() => "something was thrown");
  return [...thrown, ...(await untruths(event.id))];
}

async function untruths(eventId: EventId): Promise<string[]> {
  const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
  const rows = await db().select().from(registrations).where(eq(registrations.eventId, eventId));
  const placesOf = (status: "confirmed" | "waiting") =>
    rows.filter((row) => row.status === status).map((row) => row.place);
  const [confirmed, waiting] = [placesOf("confirmed"), placesOf("waiting")];
  const capacity = plan?.capacity ?? 0;
  const wrong = {
    "I1: more confirmed than seats": confirmed.length > capacity,
    "I5: somebody was passed on the waiting list": Math.max(0, ...confirmed) > Math.min(...waiting),
    "I6: a seat is idle while somebody waits": waiting.length > 0 && confirmed.length < capacity,
    "the counts are not those of the rows":
      plan?.confirmed !== confirmed.length || plan?.waiting !== waiting.length,
    "two people have one place": new Set(rows.map((row) => row.place)).size !== rows.length,
  };
  return Object.entries(wrong).flatMap(([name, isWrong]) => (isWrong ? [name] : []));
}

describe("seats under load", { timeout: 300_000 }, () => {
  it("are never given twice, however many people press at once", async () => {
    expect(await race60For10()).toBe(10);
  });

  it("I3: are not taken twice by one address", async () => {
    expect(await raceOfOneAddress()).toBe(1);
  });

  it("stay full, fair and counted in any order of registrations, cancellations and capacities", async () => {
    for (let seed = 1; seed <= ROUNDS; seed++)
      expect({ seed, wrong: await turmoil(seed) }).toEqual({ seed, wrong: [] });
  });
});

describe("the same races without the lock and the check", () => {
  withoutGuard(guard);
  beforeAll(async () => {
    await db().execute(sql`alter table seat_plans drop constraint seat_plans_never_oversold`);
    await db().execute(sql`drop index registrations_one_per_email`);
  });

  it("oversell", async () => {
    expect(await worstOf(race60For10, 10)).toBeGreaterThan(10);
  });

  it("give one address several seats", async () => {
    expect(await worstOf(raceOfOneAddress, 1)).toBeGreaterThan(1);
  });

  it("break a promise", async () => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= 5; seed++) wrong.push(...(await turmoil(seed)));
    expect(wrong).not.toEqual([]);
  });
});
