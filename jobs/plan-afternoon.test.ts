import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeAll, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { availabilityMarks, talkTables } from "@/db/schema/matchmaking-availability";
import { meetingPlans } from "@/db/schema/matchmaking-plans";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { personActor } from "@/db/testing/actors";
import { plannerProgram } from "@/db/testing/planner-program";
import {
  aPlanEvent,
  faultsOn,
  idOf,
  matrixOf,
  outcomeOf,
  type PlanEvent,
  publish,
  slotOf,
  wish,
} from "@/db/testing/plans";
import { slotAt } from "@/db/testing/talks";
import { deliverNextFact } from "@/domain/kernel/outbox";
import { adoptPlan } from "@/domain/matchmaking/commands/adopt-plan";
import { bookMeeting } from "@/domain/matchmaking/commands/book-meeting";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { lockTalk } from "@/domain/matchmaking/commands/lock-talk";
import { moveTalk } from "@/domain/matchmaking/commands/move-talk";
import { startPlan } from "@/domain/matchmaking/commands/start-plan";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { movesOf } from "@/domain/matchmaking/rules/moves";
import { searchPlans } from "./plans";
import { subscribersOf } from "./registry";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let program: URL;
beforeAll(async () => {
  program = await plannerProgram("afternoon");
});

/** Asks for a plan, has it searched in the real thread, and takes it as the draft. */
async function drafted(world: PlanEvent): Promise<PlanMatrix> {
  const input = { eventId: world.event.id, min: 1, max: 4, seconds: 5 };
  const started = await startPlan({ actor: world.office, input });
  if (!started.ok) throw new Error(started.failure.reason);
  await searchPlans(program);
  expect((await matrixOf(world)).run).toMatchObject({ state: "done" });
  const adopted = await adoptPlan({ actor: world.office, input: { runId: started.value.runId } });
  if (!adopted.ok) throw new Error(adopted.failure.reason);
  const matrix = await matrixOf(world);
  expect(faultsOn(matrix)).toEqual([]);
  return matrix;
}

/** Eight people: two on site with one table, one who is busy at first, two who have agreed already, and what they wish. */
async function anAfternoon(): Promise<PlanEvent> {
  const world = await aPlanEvent(8);
  const { event, office, takers } = world;
  const onSite = takers.slice(2, 4).map(({ registration }) => registration.id);
  await db().update(registrations).set({ attendance: "onsite" }).where(inArray(registrations.id, onSite));
  await db().insert(talkTables).values({ eventId: event.id, count: 1 });
  const blocked = { startsAt: slotAt(event, 0), endsAt: slotAt(event, 1), mark: "blocked" as const };
  const personId = takers[0]?.person.id;
  if (!personId) throw new Error("nobody there");
  await db()
    .insert(availabilityMarks)
    .values({ eventId: event.id, personId, ...blocked });
  const musts = ["0 1", "1 0", "2 3", "3 2"];
  const wants = ["0 2", "0 3", "1 2", "4 5", "5 4", "6 7", "7 0", "4 6", "5 6"];
  const all = [
    ...musts.map((pair) => [pair, "must"]),
    ...wants.map((pair) => [pair, "want"]),
    ["6 5", "never"],
  ];
  for (const [pair = "", said = ""] of all) {
    const [from = 0, to = 0] = pair.split(" ").map(Number);
    await wish(world, [from, to], said);
  }
  const personIds: [string, string] = [idOf(world, 4), idOf(world, 7)];
  const startsAt = slotAt(event, 1).toISOString();
  const booked = await bookMeeting({ actor: office, input: { eventId: event.id, personIds, startsAt } });
  expect(outcomeOf(booked)).toBe("ok");
  return world;
}

/** By hand: one talk somewhere else where it can stand, and held there. */
async function changedByHand(world: PlanEvent, plan: PlanMatrix): Promise<PlanMatrix> {
  const talk = plan.talks.find(({ slot, state }) => state === "draft" && slot !== null);
  if (!talk) throw new Error("an empty plan");
  const move = movesOf(plan, talk.id, new Date());
  const to = plan.slots.findIndex((_, slot) => slot !== talk.slot && "table" in move(slot));
  const input = { eventId: world.event.id, talkId: talk.id };
  if (to >= 0)
    expect(outcomeOf(await moveTalk({ actor: world.office, input: { ...input, slot: to } }))).toBe("ok");
  expect(outcomeOf(await lockTalk({ actor: world.office, input: { ...input, locked: true } }))).toBe("ok");
  const matrix = await matrixOf(world);
  expect(faultsOn(matrix)).toEqual([]);
  return matrix;
}

/** One of the two of a talk of the plan that nothing holds calls it off. */
async function calledOff(world: PlanEvent, matrix: PlanMatrix): Promise<readonly string[]> {
  const off = matrix.talks.find(({ state, locked }) => state === "published" && !locked);
  const person = world.takers.find((taker) => taker.person.id === off?.people[0])?.person;
  if (!off || !person) throw new Error("no talk to call off");
  const cancelled = await cancelMeeting({ actor: personActor(person), input: { meetingId: off.id } });
  expect(outcomeOf(cancelled)).toBe("ok");
  return off.people;
}

/** Mails about a whole plan are one a person; what is in them alone is an invitation. */
async function expectMails(count: number) {
  while (await deliverNextFact({ subscribersOf }));
  const sent = await db().select().from(mails).where(eq(mails.kind, "plan.published"));
  expect(sent).toHaveLength(count);
  for (const { ics, icsMethod } of sent) {
    const entries = ics?.match(/BEGIN:VEVENT/g)?.length ?? 0;
    expect(icsMethod).toBe(entries === 1 ? "REQUEST" : "PUBLISH");
  }
}

/** The most talks that one person has at one time. */
async function mostAtOnce({ event }: PlanEvent): Promise<number> {
  const rows = await db()
    .select({ count: sql<number>`count(*)::int` })
    .from(meetingPeople)
    .innerJoin(meetings, eq(meetings.id, meetingPeople.meetingId))
    .where(and(eq(meetings.eventId, event.id), eq(meetingPeople.status, "accepted")))
    .groupBy(meetingPeople.personId, meetings.startsAt);
  return Math.max(...rows.map(({ count }) => count));
}

const between = ([one = "", other = ""]: readonly string[], matrix: PlanMatrix) => slotOf(matrix, one, other);

it("plans an afternoon from what people wish, and after a talk was called off the next one, moving nothing that stands", async () => {
  const world = await anAfternoon();
  const pair = (one: number, other: number) => [idOf(world, one), idOf(world, other)];
  const plan = await drafted(world);
  expect(between(pair(0, 1), plan), "both said must, and one is busy in the first slot").toBeGreaterThan(0);
  expect(between(pair(2, 3), plan), "both said must").toBeDefined();
  expect(between(pair(5, 6), plan), "one of them said never").toBeUndefined();
  expect(between(pair(4, 7), plan), "agreed on by hand").toBe(1);
  expect(plan.run?.bound).toBeGreaterThanOrEqual(plan.run?.score ?? 0);

  const { draft } = await changedByHand(world, plan);
  const published = await publish(world);
  expect(published).toMatchObject({
    ok: true,
    value: { version: 1, added: draft?.changed, mails: draft?.mails },
  });
  await expectMails(draft?.mails ?? -1);

  const known = await matrixOf(world);
  expect(faultsOn(known)).toEqual([]);
  const off = await calledOff(world, known);
  await wish(world, [1, 3], "want");
  const again = await drafted(world);
  const stays = known.talks.filter(({ state, locked }) => state === "booked" || locked);
  expect(stays).toHaveLength(2);
  for (const { people, slot } of stays) expect(between(people, again)).toBe(slot);
  expect(between(off, again), "called off by one of them").toBeUndefined();
  expect(await publish(world)).toMatchObject({ ok: true, value: { version: 2, mails: again.draft?.mails } });
  expect(faultsOn(await matrixOf(world))).toEqual([]);
  expect(await mostAtOnce(world)).toBe(1);
  expect(await db().$count(meetingPlans, eq(meetingPlans.isLocked, true))).toBe(1);
});
