import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db, type Transaction } from "@/db/client";
import { personActor } from "@/db/testing/actors";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { anAgreedTalk } from "@/db/testing/talk-rooms";
import { aTaker, aTalkRequest, slotAt } from "@/db/testing/talks";
import { talksAtOnce } from "@/db/testing/talks-at-once";
import type { Id } from "@/lib/ids";
import { answerRequest } from "./answer-request";
import { extendTalk } from "./extend-talk";

/** The guards of I4: the calendars, held by whoever books, and the exclusion constraint behind them. */
const guard = vi.hoisted(() => ({ on: true, held: undefined as (() => void) | undefined }));

vi.mock("../internal/bookings", async (original) => {
  const real = await original<typeof import("../internal/bookings")>();
  const lockCalendars = async (tx: Transaction, personIds: readonly Id<"person">[]) => {
    if (guard.on) await real.lockCalendars(tx, personIds);
    guard.held?.();
    // The pause only widens the window that is always there between looking and writing.
    if (!guard.on) await tx.execute(sql`select pg_sleep(0.02)`);
  };
  return { ...real, lockCalendars };
});

type Order = "at once" | "booking first";

/**
 * Ben agrees to ten minutes more with Anna, and at the same moment to a talk with Cem that begins right after. Left alone the
 * extension is always quicker, so in every other round it begins once the booking holds the calendars.
 */
async function agreesTwice(order: Order = "at once"): Promise<string[]> {
  const { event, anna, ben, meetingId, startsAt } = await anAgreedTalk();
  const cem = await aTaker(event);
  const request = await aTalkRequest(event, { from: cem.person, to: ben.person, slots: [1] });
  const now = new Date(startsAt.getTime() + 18 * 60_000);
  const wish = { input: { meetingId }, now };
  await extendTalk({ actor: personActor(anna.person), ...wish });
  await db().execute(sql`update meeting_requests set expires_at = ${slotAt(event, 2).toISOString()}::timestamptz
      where id = ${request.id}`);
  const answer = { requestId: request.id, answer: slotAt(event, 1).toISOString() };
  const held = new Promise<void>((resolve) => {
    guard.held = resolve;
  });
  const extend = async () => {
    if (order === "booking first") await held;
    return extendTalk({ actor: personActor(ben.person), ...wish });
  };
  const book = answerRequest({ actor: personActor(ben.person), input: answer, now });
  const results = await Promise.all([extend(), book]);
  return results.map((result) => (result.ok ? "ok" : result.failure.reason));
}

describe("a talk made longer while its next slot is booked (I4)", { timeout: 120_000 }, () => {
  it("is one or the other, never both", async () => {
    for (let round = 0; round < 6; round++) {
      const [extended, booked] = await agreesTwice(round % 2 === 0 ? "at once" : "booking first");
      const isEither =
        (extended === "ok" && booked === "slot_taken") || (extended === "not_both_free" && booked === "ok");
      expect({ extended, booked, isEither }).toMatchObject({ isEither: true });
    }
    expect(await talksAtOnce()).toBe(0);
  });
});

describe("the same without the calendars held and without the constraint", { timeout: 120_000 }, () => {
  withoutGuard(guard);
  beforeAll(async () => {
    await db().execute(sql`alter table meeting_people drop constraint meeting_people_nobody_twice`);
  });

  it("is both, and Ben is in two talks at once", async () => {
    const broken = async () => {
      await agreesTwice();
      return talksAtOnce();
    };
    expect(await worstOf(broken, 0)).toBeGreaterThan(0);
  });
});
