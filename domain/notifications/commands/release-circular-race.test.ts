import { and, eq, isNotNull } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { circulars } from "@/db/schema/notifications";
import { aCircular } from "@/db/testing/circulars";
import { worstOf } from "@/db/testing/races";
import { MESSAGES_PER_DAY } from "../rules/circulars";
import { releaseCircular } from "./release-circular";

/** The one guard: the event is held while its messages of the day are counted. Switched off, all of them find room. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/programme/queries", async (original) => {
  const { eventLockWithSwitch } = await import("@/db/testing/switches");
  return eventLockWithSwitch(await original<typeof import("@/domain/programme/queries")>(), guard, 0.02);
});

/** Five messages are sent at once on a day that has room for one; how many of the day there are then. */
async function sentThatDay(): Promise<number> {
  const { event, circular, actor, second } = await aCircular();
  const { id: _id, ...same } = circular;
  const sent = { ...same, state: "sent" as const, releasedAt: new Date() };
  await db()
    .insert(circulars)
    .values(Array.from({ length: MESSAGES_PER_DAY - 1 }, () => sent));
  const more = await db()
    .insert(circulars)
    .values(Array.from({ length: 4 }, () => same))
    .returning({ id: circulars.id });
  await Promise.all(
    [circular, ...more].map(({ id: circularId }, number) =>
      releaseCircular({ actor: number % 2 ? second : actor, input: { eventId: event.id, circularId } }),
    ),
  );
  const released = and(eq(circulars.eventId, event.id), isNotNull(circulars.releasedAt));
  return db().$count(circulars, released);
}

it("sends no more messages of an event within a day than there may be, however many are released at once", async () => {
  guard.on = true;
  expect(await sentThatDay()).toBe(MESSAGES_PER_DAY);
});

it("sends more without the lock: the guard is what counts them", async () => {
  guard.on = false;
  expect(await worstOf(sentThatDay, MESSAGES_PER_DAY)).toBeGreaterThan(MESSAGES_PER_DAY);
});
