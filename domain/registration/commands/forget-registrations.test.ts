import { and, count, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { registrationClaims, registrations, seatPlans } from "@/db/schema/registration";
import { admissions } from "@/db/schema/rooms";
import { guest, system } from "@/db/testing/actors";
import { anEvent, aRegistration } from "@/db/testing/makers";
import type { Id } from "@/lib/ids";
import { keptDays } from "@/lib/privacy/retention";
import { forgetRegistrations } from "./forget-registrations";
import { registerForEvent } from "./register-for-event";

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

  it("counts each seat once when several do it at the same moment", async () => {
    const words = Array.from({ length: 12 }, (_, n) => `n${n}`);
    const event = await eventWith(words);
    const now = later(keptDays.registrations, 1);
    const gone = await Promise.all(Array.from({ length: 6 }, () => forget(now, 5)));
    expect(gone.reduce<number>((sum, n) => sum + Number(n), 0)).toBe(12);
    expect(await countsOf(event.id)).toEqual({ confirmed: 0, waiting: 0, forgotten: 12 });
  });

  it("is for the machine alone", async () => {
    const event = await anEvent({ startsAt: STARTED, endsAt: ENDED });
    await aRegistration(event);
    const result = await forgetRegistrations({ actor: guest, input: {}, now: later(400, 0) });
    expect(result).toMatchObject({ failure: { kind: "not_found" } });
    expect(await db().$count(registrations)).toBe(1);
  });
});
