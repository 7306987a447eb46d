import { count, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations, seatPlans } from "@/db/schema/registration";
import { anEvent } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";

/** What the product would be without its guards: read, decide, write. */
async function registerUnguarded(eventId: `evt_${string}`, word: string): Promise<void> {
  await db().transaction(async (tx) => {
    const [plan] = await tx.select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
    const [taken] = await tx
      .select({ n: count() })
      .from(registrations)
      .where(eq(registrations.eventId, eventId));
    // The pause only widens the window that is always there between reading and writing.
    await tx.execute(sql`select pg_sleep(0.02)`);
    if ((taken?.n ?? 0) >= (plan?.capacity ?? 0)) return;
    await tx
      .insert(registrations)
      .values({ eventId, email: `${word}@example.org`, name: word, status: "confirmed", place: 1 });
  });
}

describe("the guards of a seat, taken away", () => {
  it("without the lock more people are confirmed than there are seats", async () => {
    const confirmed = async () => {
      const event = await anEvent({ capacity: 5 });
      await Promise.all(Array.from({ length: 40 }, (_, n) => registerUnguarded(event.id, `u${n}`)));
      return db().$count(registrations, eq(registrations.eventId, event.id));
    };
    expect(await worstOf(confirmed, 5)).toBeGreaterThan(5);
  });

  it("without the check an oversold plan can be stored, with it Postgres refuses", async () => {
    const event = await anEvent({ capacity: 1 });
    const oversell = () =>
      db().update(seatPlans).set({ confirmed: 2 }).where(eq(seatPlans.eventId, event.id));
    await expect(oversell()).rejects.toMatchObject({
      cause: { code: "23514", constraint: "seat_plans_never_oversold" },
    });
    await db().execute(sql`alter table seat_plans drop constraint seat_plans_never_oversold`);
    await expect(oversell()).resolves.toBeDefined();
  });
});
