import { eq, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { placements } from "@/db/schema/rooms";
import { worstOf } from "@/db/testing/races";
import { aGuest, aLiveEvent, at, START } from "@/db/testing/rooms";
import { withoutGuard } from "@/db/testing/switches";
import type { Context } from "@/domain/kernel/context";
import { joinRoom } from "../commands/join-room";
import { leaveRoom } from "../commands/leave-room";
import type { Lease } from "./lease";

/** The one guard of the lease; switched off, the very same joins must fail these races. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("./lease", async (original) => {
  const real = await original<typeof import("./lease")>();
  const takeLease = async (context: Context, lease: Lease) => {
    if (guard.on) return real.takeLease(context, lease);
    const { tx } = context;
    const [held] = await tx.select().from(placements).where(eq(placements.admissionId, lease.admissionId));
    // The pause only widens the window that is always there between reading and writing.
    await tx.execute(sql`select pg_sleep(0.02)`);
    const isHeld = held?.leaseId != null && held.leaseId !== lease.tab && !lease.takeOver;
    return isHeld ? false : real.takeLease(context, { ...lease, takeOver: true });
  };
  return { ...real, takeLease };
});

type Ground = Awaited<ReturnType<typeof ground>>;

/** Somebody who was here and has left: on a first visit the key of the admission would make the tabs take turns. */
async function ground() {
  const { event } = await aLiveEvent();
  const { actor, tab } = await aGuest(event);
  const left = await leaveRoom({ actor, input: { eventId: event.id, tab }, now: START });
  expect(left).toMatchObject({ value: { left: true } });
  return { event, actor };
}

/** So many tabs of one person press at once; how many of them were told that they may hold media. */
async function tabsThatHold({ event, actor }: Ground, tabs: number): Promise<number> {
  const presses = Array.from({ length: tabs }, (_, n) =>
    joinRoom({ actor, input: { eventId: event.id, tab: `tab-${n}` }, now: at(1) }),
  );
  const answers = await Promise.all(presses);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  return answers.filter((answer) => answer.ok && answer.value.holdsLease).length;
}

describe("several tabs of one person that join at once (R15, S62)", { timeout: 120_000 }, () => {
  it("two of them: exactly one holds the lease", async () => {
    for (let round = 0; round < 3; round++) expect(await tabsThatHold(await ground(), 2)).toBe(1);
  });

  it("ten of them: exactly one", async () => {
    expect(await tabsThatHold(await ground(), 10)).toBe(1);
  });
});

describe("the same without asking and writing in one statement", { timeout: 120_000 }, () => {
  withoutGuard(guard);

  it("several tabs hold the lease", async () => {
    const tabs = async () => tabsThatHold(await ground(), 10);
    expect(await worstOf(tabs, 1)).toBeGreaterThan(1);
  });
});
