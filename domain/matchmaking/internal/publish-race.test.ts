import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { meetingPeople } from "@/db/schema/matchmaking";
import { talkTables } from "@/db/schema/matchmaking-availability";
import { registrations } from "@/db/schema/registration";
import { personActor } from "@/db/testing/actors";
import { aDraft, aPlanEvent, aPublishedPlan, outcomeOf, publish } from "@/db/testing/plans";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { meetingRow } from "@/db/testing/talk-rooms";
import { cancelMeeting } from "../commands/cancel-meeting";

/** What happens right before publishing reads what there is to do, and right after it has. */
const around = vi.hoisted(() => ({
  before: undefined as (() => Promise<unknown>) | undefined,
  after: undefined as (() => Promise<unknown>) | undefined,
}));

vi.mock("../queries/plan-basis", async (original) => {
  const real = await original<typeof import("../queries/plan-basis")>();
  const planBasis: typeof real.planBasis = async (...of) => {
    const { before, after } = around;
    around.before = undefined;
    around.after = undefined;
    await before?.();
    const basis = await real.planBasis(...of);
    await after?.();
    return basis;
  };
  return { ...real, planBasis };
});

/**
 * A draft leaves the talk of Anna and Ben at its table. While it is being published Anna turns out to come online, so the talk
 * gets another place; and as soon as that is read, Anna calls it off. How often a talk that was called off stands again.
 */
async function calledOffWhileRead(): Promise<{ outcomes: string; standing: number }> {
  const world = await aPlanEvent(4);
  const anna = world.takers[0];
  if (!anna) throw new Error("nobody there");
  const ofAnna = eq(registrations.id, anna.registration.id);
  await db().insert(talkTables).values({ eventId: world.event.id, count: 2 });
  await db().update(registrations).set({ attendance: "onsite" }).where(ofAnna);
  await aPublishedPlan(world, [
    [0, 1, 0],
    [2, 3, 0],
  ]);
  await aDraft(world, [
    [0, 1, 0],
    [2, 3, 1],
  ]);
  const [seat] = await db().select().from(meetingPeople).where(eq(meetingPeople.personId, anna.person.id));
  if (!seat) throw new Error("no talk");
  const { meetingId } = seat;
  let calledOff: ReturnType<typeof cancelMeeting> | undefined;
  around.before = () => db().update(registrations).set({ attendance: "online" }).where(ofAnna);
  around.after = async () => {
    calledOff = cancelMeeting({ actor: personActor(anna.person), input: { meetingId } });
    // Time enough for whoever need not wait.
    await Promise.race([calledOff, db().execute(sql`select pg_sleep(0.5)`)]);
  };
  const published = await publish(world);
  const cancelled = calledOff && (await calledOff);
  const { status } = await meetingRow(meetingId);
  return {
    outcomes: [published, cancelled].map((one) => (one ? outcomeOf(one) : "never")).join(),
    standing: status === "accepted" ? 1 : 0,
  };
}

describe("a talk that is called off while it becomes a step of the plan", { timeout: 120_000 }, () => {
  it("is called off: the plan comes first, and then its people have their way", async () => {
    expect(await calledOffWhileRead()).toEqual({ outcomes: "ok,ok", standing: 0 });
  });
});

describe("the same without the lock on talks", { timeout: 120_000 }, () => {
  let putBack: () => void;
  beforeAll(() => {
    putBack = withoutLockOn("meetings");
  });
  afterAll(() => putBack());

  it("stands again, though Anna was told that it is called off", async () => {
    expect(await worstOf(async () => (await calledOffWhileRead()).standing, 0)).toBe(1);
  });
});
