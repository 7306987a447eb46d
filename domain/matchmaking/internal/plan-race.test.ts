import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { planVersions } from "@/db/schema/matchmaking-plans";
import { aDraft, aPlanEvent, aPublishedPlan, outcomeOf, publish } from "@/db/testing/plans";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { everyRowTakesTime } from "@/db/testing/slow-rows";
import { withoutGuard } from "@/db/testing/switches";
import { slotAt } from "@/db/testing/talks";
import { bookMeeting } from "../commands/book-meeting";

/** Everybody's calendar is one transaction's at a time; switched off, both read before either has written. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard);
});

// Every talk takes its time, with the guard and without it: that only widens the window between reading and writing.
beforeAll(async () => {
  for (const table of ["meeting_people", "plan_versions"])
    await everyRowTakesTime(table, { on: "insert", seconds: 0.03 });
});

/** Two organizers publish the same draft at once, in which everything falls away: how often people are told. */
async function publishedTwice(): Promise<{ outcomes: string[]; told: number }> {
  const world = await aPlanEvent(2);
  await aPublishedPlan(world, [[0, 1, 0]]);
  await aDraft(world, []);
  const both = await Promise.all([publish(world), publish(world)]);
  const versions = await db().select().from(planVersions).where(eq(planVersions.eventId, world.event.id));
  const told = versions.filter(({ version }) => version > 1).reduce((sum, { removed }) => sum + removed, 0);
  return { outcomes: both.map(outcomeOf).sort(), told };
}

describe("two who publish the same draft at once", { timeout: 120_000 }, () => {
  it("publish it once: the other is told that there is none any more", async () => {
    for (let round = 0; round < 4; round++) {
      const { outcomes, told } = await publishedTwice();
      expect(outcomes).toEqual(["no_draft", "ok"]);
      expect(told).toBe(1);
    }
  });
});

describe("the same without the lock on the plan", { timeout: 120_000 }, () => {
  let putBack: () => void;
  beforeAll(() => {
    putBack = withoutLockOn("talk_plans");
  });
  afterAll(() => putBack());

  it("does not come out as one publishing and one refusal", async () => {
    const failures = async () => {
      const outcomes = await publishedTwice().then(
        (one) => one.outcomes,
        () => ["thrown"],
      );
      return outcomes.join() === "no_draft,ok" ? 0 : 1;
    };
    expect(await worstOf(failures, 0)).toBe(1);
  });
});

/** A plan is published while an organizer books another talk of the same person for the same slot: talks of that person then. */
async function publishedBesideBooking(): Promise<{ outcomes: string; most: number }> {
  const world = await aPlanEvent(3);
  const { event, office, takers } = world;
  await aDraft(world, [[0, 1, 0]]);
  const personIds: [string, string] = [takers[0]?.person.id ?? "", takers[2]?.person.id ?? ""];
  const input = { eventId: event.id, personIds, startsAt: slotAt(event, 0).toISOString() };
  const both = await Promise.all([publish(world), bookMeeting({ actor: office, input })]);
  const rows = await db()
    .select({ personId: meetingPeople.personId })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .where(eq(meetings.eventId, event.id));
  const counts = takers.map(({ person }) => rows.filter(({ personId }) => personId === person.id).length);
  return { outcomes: both.map(outcomeOf).join(), most: Math.max(...counts) };
}

describe("a plan that is published beside a booking of the same person (I4)", { timeout: 120_000 }, () => {
  it("one of them is refused, and nobody has two talks at a time", async () => {
    for (let round = 0; round < 4; round++) {
      const { outcomes, most } = await publishedBesideBooking();
      expect(["ok,slot_taken", "in_the_way,ok"]).toContain(outcomes);
      expect(most).toBe(1);
    }
  });
});

describe("the same without the constraint and without the turn on calendars", { timeout: 120_000 }, () => {
  withoutGuard(guard);
  beforeAll(async () => {
    await db().execute(sql`alter table meeting_people drop constraint meeting_people_nobody_twice`);
  });

  it("has somebody in two talks at a time", async () => {
    expect(await worstOf(async () => (await publishedBesideBooking()).most, 1)).toBe(2);
  });
});
