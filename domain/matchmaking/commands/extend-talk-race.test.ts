import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db, type Transaction } from "@/db/client";
import { personActor } from "@/db/testing/actors";
import { worstOf } from "@/db/testing/races";
import { anAgreedTalk } from "@/db/testing/talk-rooms";
import { aTaker, aTalkRequest, slotAt } from "@/db/testing/talks";
import { talksAtOnce } from "@/db/testing/talks-at-once";
import type { Id } from "@/lib/ids";
import { answerRequest } from "./answer-request";
import { extendTalk } from "./extend-talk";

/** The guards of I4: the calendars, held by whoever books, and the exclusion constraint behind them. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("../internal/bookings", async (original) => {
  const real = await original<typeof import("../internal/bookings")>();
  const lockCalendars = async (tx: Transaction, personIds: readonly Id<"person">[]) => {
    if (guard.on) await real.lockCalendars(tx, personIds);
    // The pause only widens the window that is always there between looking and writing.
    else await tx.execute(sql`select pg_sleep(0.02)`);
  };
  return { ...real, lockCalendars };
});

/** Ben agrees to ten minutes more with Anna, and at the same moment to a talk with Cem that begins right after. */
async function agreesTwice(): Promise<string[]> {
  const { event, anna, ben, meetingId, startsAt } = await anAgreedTalk();
  const cem = await aTaker(event);
  const request = await aTalkRequest(event, { from: cem.person, to: ben.person, slots: [1] });
  const now = new Date(startsAt.getTime() + 18 * 60_000);
  const wish = { input: { meetingId }, now };
  await extendTalk({ actor: personActor(anna.person), ...wish });
  await db().execute(sql`update meeting_requests set expires_at = ${slotAt(event, 2).toISOString()}::timestamptz
      where id = ${request.id}`);
  const answer = { requestId: request.id, answer: slotAt(event, 1).toISOString() };
  const results = await Promise.all([
    extendTalk({ actor: personActor(ben.person), ...wish }),
    answerRequest({ actor: personActor(ben.person), input: answer, now }),
  ]);
  return results.map((result) => (result.ok ? "ok" : result.failure.reason));
}

describe("a talk made longer while its next slot is booked (I4)", { timeout: 120_000 }, () => {
  it("is one or the other, never both", async () => {
    for (let round = 0; round < 6; round++) {
      const [extended, booked] = await agreesTwice();
      const isEither =
        (extended === "ok" && booked === "slot_taken") || (extended === "not_both_free" && booked === "ok");
      expect({ extended, booked, isEither }).toMatchObject({ isEither: true });
    }
    expect(await talksAtOnce()).toBe(0);
  });
});

describe("the same without the calendars held and without the constraint", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    guard.on = false;
    await db().execute(sql`alter table meeting_people drop constraint meeting_people_nobody_twice`);
  });
  afterAll(() => {
    guard.on = true;
  });

  it("is both, and Ben is in two talks at once", async () => {
    const broken = async () => {
      await agreesTwice();
      return talksAtOnce();
    };
    expect(await worstOf(broken, 0)).toBeGreaterThan(0);
  });
});
