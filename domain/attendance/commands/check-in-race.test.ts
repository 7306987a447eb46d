import { eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { aGuestOnSite, anEventOnSite, minute } from "@/db/testing/door";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { checkInCode } from "@/lib/tokens";
import { checkIn } from "./check-in";
import { undoCheckIn } from "./undo-check-in";

/** The row's key decides; switched off, the very same command reads first and then writes. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("../internal/let-in", async (original) => {
  const real = await original<typeof import("../internal/let-in")>();
  const letIn: typeof real.letIn = async (context, coming) => {
    if (guard.on) return real.letIn(context, coming);
    const { tx } = context;
    const { registrationId, at } = coming;
    const [row] = await tx.select().from(checkIns).where(eq(checkIns.registrationId, registrationId));
    // The pause only widens the window that is always there between reading and writing.
    await tx.execute(sql`select pg_sleep(0.02)`);
    if (row && !row.undoneAt) return { state: "already", registrationId, at: row.at.toISOString() };
    const entry = { ...coming, byPersonId: null, undoneAt: null };
    await tx
      .insert(checkIns)
      .values(entry)
      .onConflictDoUpdate({ target: checkIns.registrationId, set: entry });
    return { state: "in", registrationId, at: at.toISOString() };
  };
  return { ...real, letIn };
});

const DOORS_AT_ONCE = 8;

type Door = Awaited<ReturnType<typeof anEventOnSite>>;
const scansOf = ({ event, doorkeeper }: Door, code: string) =>
  Promise.all(
    Array.from({ length: DOORS_AT_ONCE }, (_, n) =>
      checkIn({ actor: doorkeeper, input: { eventId: event.id, code }, now: minute(n) }),
    ),
  );

/** One person, scanned by several doors at the same moment; how many of them said "welcome". */
async function welcomes(): Promise<number> {
  const door = await anEventOnSite();
  const { id } = await aGuestOnSite(door.event);
  const answers = await scansOf(door, checkInCode(id));
  const states = answers.map((answer) => (answer.ok ? answer.value.state : answer.failure.reason));
  expect(states.every((state) => state === "in" || state === "already")).toBe(true);
  return states.filter((state) => state === "in").length;
}

/** The same after somebody was let in by mistake: the entry that was taken back counts again for one door alone. */
async function welcomesAfterUndo(): Promise<number> {
  const door = await anEventOnSite();
  const { id } = await aGuestOnSite(door.event);
  const { event, doorkeeper: actor } = door;
  const ref = { eventId: event.id, registrationId: id };
  await checkIn({ actor, input: ref, now: minute(-20) });
  const at = minute(-20).toISOString();
  await undoCheckIn({ actor, input: { ...ref, at }, now: minute(-10) });
  const answers = await scansOf(door, checkInCode(id));
  return answers.filter((answer) => answer.ok && answer.value.state === "in").length;
}

describe("one code before several doors at the same moment", () => {
  it("lets in once, and every other door hears when that was", async () => {
    expect(await welcomes()).toBe(1);
    expect(await db().$count(checkIns, isNull(checkIns.undoneAt))).toBeGreaterThan(0);
  });

  it("lets in once again after it was taken back", async () => {
    expect(await welcomesAfterUndo()).toBe(1);
  });

  describe("without the guard", () => {
    withoutGuard(guard);

    it("several doors say welcome to the same person", async () => {
      expect(await worstOf(welcomes, 1)).toBeGreaterThan(1);
    });
  });
});
