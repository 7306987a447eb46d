import { and, count, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db, type Reader } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { events } from "@/db/schema/programme";
import { registrationClaims, registrations, seatPlans } from "@/db/schema/registration";
import { admissions } from "@/db/schema/rooms";
import { guest, organizerActor, system } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { updateEvent } from "@/domain/programme/commands/update-event";
import type { Id } from "@/lib/ids";
import { keptDays } from "@/lib/privacy/retention";
import { forgetRegistrations } from "./forget-registrations";
import { registerForEvent } from "./register-for-event";

/** The locks on the seats, and on the registrations with their event; switched off, the very same commands must go wrong. */
const guard = vi.hoisted(() => ({ seats: true, rows: true }));
const seen = vi.hoisted(() => ({ deadlocks: 0, rowsRead: () => undefined as unknown }));

vi.mock("../internal/seat-plan", async (original) => {
  const real = await original<typeof import("../internal/seat-plan")>();
  const lockSeats: typeof real.lockSeats = async (tx, eventId) => {
    if (guard.seats) return real.lockSeats(tx, eventId);
    const [plan] = await tx.select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
    return plan;
  };
  return { ...real, lockSeats };
});

vi.mock("../queries/forgettable", async (original) => {
  const real = await original<typeof import("../queries/forgettable")>();
  type Batch = Parameters<typeof real.lockForgettable>[1];
  const lockForgettable = async (reader: Reader, batch: Batch) => {
    // Outside the transaction the same rows are found, and let go at once.
    const rows = await real.lockForgettable(guard.rows ? reader : db(), batch);
    seen.rowsRead();
    // The pause only widens the window that is always there between reading and deleting.
    if (!guard.rows || !guard.seats) await reader.execute(sql`select pg_sleep(0.2)`);
    return rows;
  };
  return { ...real, lockForgettable };
});

vi.mock("@/domain/kernel/failures", async (original) => {
  const { countingDeadlocks } = await import("@/db/testing/deadlocks");
  return countingDeadlocks(await original<typeof import("@/domain/kernel/failures")>(), seen);
});

const ENDED = new Date("2027-03-31T12:00:00Z");
const STARTED = new Date("2027-03-31T10:00:00Z");
/** So many days after the end of the event, and so many seconds. */
const later = (days: number, seconds: number) =>
  new Date(ENDED.getTime() + days * 24 * 3_600_000 + seconds * 1_000);
const forget = async (now: Date, limit?: number) => {
  const result = await forgetRegistrations({ actor: system, input: { limit }, now });
  return result.ok ? result.value.gone : result.failure.reason;
};

type Values = Parameters<typeof anEvent>[0];
/** An event with so many typed registrations, whose seats are counted as the product counts them. */
async function eventWith(words: string[], values: Values = {}) {
  const event = await anEvent({ startsAt: STARTED, endsAt: ENDED, ...values });
  for (const word of words) {
    const input = { eventId: event.id, name: word, email: `${word}@example.org` };
    const result = await registerForEvent({ actor: guest, input, now: new Date("2027-03-01T08:00:00Z") });
    if (!result.ok) throw new Error(result.failure.reason);
  }
  return event;
}
const prove = (eventId: Id<"event">, word: string) =>
  db()
    .update(registrations)
    .set({ provenAt: STARTED })
    .where(and(eq(registrations.eventId, eventId), eq(registrations.email, `${word}@example.org`)));
const namesIn = async (eventId: Id<"event">) =>
  (await db().select().from(registrations).where(eq(registrations.eventId, eventId)))
    .map(({ name }) => name)
    .sort();
async function countsOf(eventId: Id<"event">) {
  const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
  const rows = await db()
    .select({ status: registrations.status, rows: count() })
    .from(registrations)
    .where(eq(registrations.eventId, eventId))
    .groupBy(registrations.status);
  const of = (status: string) => rows.find((row) => row.status === status)?.rows ?? 0;
  expect({ confirmed: plan?.confirmed, waiting: plan?.waiting }).toEqual({
    confirmed: of("confirmed"),
    waiting: of("waiting"),
  });
  return { confirmed: plan?.confirmed, waiting: plan?.waiting, forgotten: plan?.forgotten };
}

describe("forget-registrations", () => {
  beforeEach(async () => {
    await db().delete(registrations);
  });

  it("P10: proven ones go half a year after the event, to the second, and the seats stay counted", async () => {
    const event = await eventWith(["ada", "ben", "cem"], { capacity: 2 });
    for (const word of ["ada", "ben", "cem"]) await prove(event.id, word);
    expect(await countsOf(event.id)).toEqual({ confirmed: 2, waiting: 1, forgotten: 0 });
    expect(await forget(later(keptDays.registrations, -1))).toBe(0);
    expect(await namesIn(event.id)).toEqual(["ada", "ben", "cem"]);
    expect(await forget(later(keptDays.registrations, 1))).toBe(3);
    expect(await namesIn(event.id)).toEqual([]);
    expect(await countsOf(event.id)).toEqual({ confirmed: 0, waiting: 0, forgotten: 2 });
  });

  it("P10: counts every kind of seats down, on site, offered and asked for", async () => {
    const event = await eventWith([]);
    const plan = { onsiteCapacity: 5, onsiteConfirmed: 1, onsiteOffered: 1, pending: 1 };
    const isIt = eq(seatPlans.eventId, event.id);
    await db().update(seatPlans).set(plan).where(isIt);
    const onsite = { attendance: "onsite", provenAt: STARTED } as const;
    await aRegistration(event, onsite);
    await aRegistration(event, { ...onsite, status: "offered", offeredUntil: STARTED, confirmedAt: null });
    await aRegistration(event, { ...onsite, status: "pending", confirmedAt: null });
    await aRegistration(event, { ...onsite, status: "declined", confirmedAt: null });
    expect(await forget(later(keptDays.registrations, 1))).toBe(4);
    const [left] = await db().select().from(seatPlans).where(isIt);
    expect(left).toMatchObject({ onsiteConfirmed: 0, onsiteOffered: 0, pending: 0, forgotten: 1 });
  });

  it("P10: one that nobody has proven or used goes a week after the event, with its claim", async () => {
    const event = await eventWith(["proven", "typed", "watched"]);
    await prove(event.id, "proven");
    const [watched] = await db().select().from(registrations).where(eq(registrations.name, "watched"));
    if (!watched) throw new Error("a registration is needed");
    const [claim] = await db()
      .select()
      .from(registrationClaims)
      .where(eq(registrationClaims.registrationId, watched.id));
    await db().insert(admissions).values({
      eventId: event.id,
      registrationId: watched.id,
      claimId: claim?.id,
      displayName: "watched",
      role: "unproven",
    });
    expect(await forget(later(keptDays.unproven, -1))).toBe(0);
    expect(await forget(later(keptDays.unproven, 1))).toBe(1);
    expect(await namesIn(event.id)).toEqual(["proven", "watched"]);
    expect(await db().$count(registrationClaims)).toBe(2);
    expect(await countsOf(event.id)).toEqual({ confirmed: 2, waiting: 0, forgotten: 1 });
  });

  it("P10: keeps whom the door has let in until that was summed up", async () => {
    const event = await eventWith(["letin", "absent"]);
    const [row] = await db().select().from(registrations).where(eq(registrations.name, "letin"));
    if (!row) throw new Error("a registration is needed");
    const entry = { registrationId: row.id, eventId: event.id, via: "code", at: STARTED } as const;
    await db().insert(checkIns).values(entry);
    expect(await forget(later(keptDays.registrations, 1))).toBe(1);
    expect(await namesIn(event.id)).toEqual(["letin"]);
    await db().delete(checkIns);
    expect(await forget(later(keptDays.registrations, 2))).toBe(1);
  });

  it("keeps them while the event runs on over its planned end", async () => {
    const event = await eventWith(["typed"]);
    await db().update(events).set({ status: "live" }).where(eq(events.id, event.id));
    expect(await forget(later(keptDays.unproven, 1))).toBe(0);
    await db().update(events).set({ status: "ended" }).where(eq(events.id, event.id));
    expect(await forget(later(keptDays.unproven, 1))).toBe(1);
  });

  it("waits until what the rooms hold of its people is gone, so that no minutes are lost", async () => {
    const event = await eventWith(["ada"]);
    const [ada] = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
    const there = { eventId: event.id, registrationId: ada?.id, displayName: "ada" };
    await db()
      .insert(admissions)
      .values({ ...there, role: "participant" });
    expect(await forget(later(keptDays.registrations, 1))).toBe(0);
    await db().delete(admissions).where(eq(admissions.eventId, event.id));
    expect(await forget(later(keptDays.registrations, 1))).toBe(1);
  });

  it("never touches an event that is not over, however old its registrations are", async () => {
    const event = await eventWith(["ada"]);
    const old = later(400, 0);
    await db()
      .update(events)
      .set({ endsAt: later(401, 0) })
      .where(eq(events.id, event.id));
    expect(await forget(old)).toBe(0);
    expect(await countsOf(event.id)).toEqual({ confirmed: 1, waiting: 0, forgotten: 0 });
  });

  it("deletes a bounded number at once, of the event that ended first", async () => {
    const late = await eventWith(["dora"]);
    const early = await eventWith(["eva", "finn", "gus"], { startsAt: STARTED, endsAt: later(0, -60) });
    const now = later(keptDays.registrations, 1);
    expect(await forget(now, 2)).toBe(2);
    expect(await countsOf(early.id)).toEqual({ confirmed: 1, waiting: 0, forgotten: 2 });
    expect(await namesIn(late.id)).toEqual(["dora"]);
    expect([await forget(now, 2), await forget(now, 2), await forget(now, 2)]).toEqual([1, 1, 0]);
  });

  it("is for the machine alone", async () => {
    const event = await anEvent({ startsAt: STARTED, endsAt: ENDED });
    await aRegistration(event);
    const result = await forgetRegistrations({ actor: guest, input: {}, now: later(400, 0) });
    expect(result).toMatchObject({ failure: { kind: "not_found" } });
    expect(await db().$count(registrations)).toBe(1);
  });
});

/** Three forget a few of fifteen at the same moment; how many seats more are counted as forgotten than were. */
async function seatsCountedTooOften(): Promise<number> {
  await db().delete(registrations);
  seen.deadlocks = 0;
  const event = await eventWith(Array.from({ length: 15 }, (_, n) => `n${n}`));
  const now = later(keptDays.registrations, 1);
  await Promise.all(Array.from({ length: 3 }, () => forget(now, 3)));
  const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
  return (plan?.forgotten ?? 0) - (15 - (await namesIn(event.id)).length);
}

describe("several that forget at the same moment", { timeout: 120_000 }, () => {
  afterEach(() => {
    Object.assign(guard, { seats: true, rows: true });
  });

  it("take turns: each seat is counted once, and nobody waits for one that waits for them", async () => {
    expect(await seatsCountedTooOften()).toBe(0);
    expect(seen.deadlocks).toBe(0);
  });

  it("would run into each other without the lock on the seats", async () => {
    guard.seats = false;
    const deadlocks = async () => {
      await seatsCountedTooOften();
      return seen.deadlocks;
    };
    expect(await worstOf(deadlocks, 0)).toBeGreaterThan(0);
  });

  it("would count seats twice without any lock", async () => {
    Object.assign(guard, { seats: false, rows: false });
    expect(await worstOf(seatsCountedTooOften, 0)).toBeGreaterThan(0);
  });
});

/** An old event is moved into the future while it is forgotten; how many registrations the move saw that are lost. */
async function lostToTheMove(): Promise<number> {
  await db().delete(registrations);
  const network = await aNetwork();
  const event = await eventWith(["ada", "ben"], { network });
  const now = later(keptDays.registrations, 1);
  const actor = organizerActor(await anOrganizer(network), network);
  const input = { eventId: event.id, startsLocal: "2028-03-31T12:00" };
  const read = new Promise((resolve) => {
    seen.rowsRead = () => resolve(undefined);
  });
  const forgetting = forget(now);
  await read;
  const moved = await updateEvent({ actor, input, now });
  expect(moved.ok).toBe(true);
  const kept = (await namesIn(event.id)).length;
  await forgetting;
  return kept - (await namesIn(event.id)).length;
}

describe("an event that is moved into the future while it is forgotten", { timeout: 120_000 }, () => {
  afterEach(() => {
    guard.rows = true;
  });

  it("keeps its registrations, or has lost them before it is moved", async () => {
    for (let round = 0; round < 5; round++) expect(await lostToTheMove()).toBe(0);
  });

  it("would lose them afterwards if it were not held", async () => {
    guard.rows = false;
    expect(await worstOf(lostToTheMove, 0)).toBeGreaterThan(0);
  });
});
