import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { availabilityMarks, talkTables } from "@/db/schema/matchmaking-availability";
import { sessions } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { aGuest } from "@/db/testing/group-talks";
import { aDraft, aPlanEvent, aPublishedPlan, idOf, matrixOf, type PlanEvent, wish } from "@/db/testing/plans";
import { agreeOn } from "@/db/testing/talk-rooms";
import { slotAt } from "@/db/testing/talks";
import { bookMeeting } from "../commands/book-meeting";
import { lockTalk } from "../commands/lock-talk";
import { openPairs } from "../queries/open-pairs";
import { planBasis } from "../queries/plan-basis";
import { PLAN_LEAD_MS } from "../rules";
import { planOptions } from "../schema/plans";
import { problemOf } from "./plan-problem";
import { plan } from "./planner/plan";
import { flawsOf } from "./planner/validation";
import { faultsIn, isTrue } from "./testing/plan-judge";

async function posed({ event }: PlanEvent, more: object = {}, now = new Date()) {
  const basis = await planBasis(db(), event.id, now);
  if (!basis) throw new Error("no hours for talks");
  const options = planOptions.parse({ min: 1, max: 3, ...more });
  const { problem, pairs } = problemOf(basis, options, await openPairs(db(), basis));
  const person = (nth: number, world: PlanEvent) =>
    basis.people.findIndex(({ id }) => id === idOf(world, nth));
  const of = (world: PlanEvent, one: number, other: number) => {
    const [a, b] = [person(one, world), person(other, world)];
    return problem.wishes.find((two) => (two.a === a && two.b === b) || (two.a === b && two.b === a));
  };
  return { basis, problem, pairs, person, of };
}

it("closes slots by programme, marks and the clock, and says halves and days by the event's own zone", async () => {
  // Half past eleven in the evening in Berlin: the second slot ends and the third begins on the next day.
  const startsAt = new Date("2027-06-15T21:20:00Z");
  const world = await aPlanEvent(2, { startsAt, timeZone: "Europe/Berlin" });
  const { event } = world;
  const [anna] = world.takers;
  if (!anna) throw new Error("nobody there");
  const span = (at: number) => ({ startsAt: slotAt(event, at), endsAt: slotAt(event, at + 1) });
  const mark = { eventId: event.id, personId: anna.person.id };
  await db()
    .insert(availabilityMarks)
    .values([
      { ...mark, ...span(1), mark: "blocked" },
      { ...mark, ...span(3), mark: "preferred" },
    ]);
  await db()
    .insert(sessions)
    .values({ eventId: event.id, title: "Pause", kind: "break", ...span(2) });
  const { problem, person } = await posed(world, { restAfter: 2 }, new Date("2027-06-01T00:00:00Z"));
  expect(problem.slots).toEqual([
    { half: "pm" },
    { half: "pm" },
    { half: "am", startsDay: true },
    { half: "am" },
  ]);
  expect(problem.people[person(0, world)]).toMatchObject({ closed: [1, 2], preferred: [3], mostInARow: 2 });
  expect(problem.people[person(1, world)]).toMatchObject({ closed: [2], min: 1, max: 3 });
  const late = await posed(world, {}, slotAt(event, 2));
  // The third is about to begin and the last does so in twenty minutes: nobody could be told of a talk there.
  expect(late.problem.people[late.person(1, world)]?.closed).toEqual([0, 1, 2, 3]);
  const inTime = await posed(world, {}, new Date(slotAt(event, 3).getTime() - PLAN_LEAD_MS));
  expect(inTime.problem.people[inTime.person(1, world)]?.closed).toEqual([0, 1, 2]);
});

it("locks what people agreed on and what an organizer holds, and knows where the rest of the plan stands", async () => {
  const world = await aPlanEvent(6);
  const { event, office } = world;
  await wish(world, [0, 1], "want");
  await aPublishedPlan(world, [
    [0, 1, 0],
    [2, 3, 1],
  ]);
  const personIds: [string, string] = [idOf(world, 4), idOf(world, 5)];
  await bookMeeting({
    actor: office,
    input: { eventId: event.id, personIds, startsAt: slotAt(event, 2).toISOString() },
  });
  const matrix = await matrixOf(world);
  const held = matrix.talks.find(({ people }) => people.includes(idOf(world, 2)));
  await lockTalk({ actor: office, input: { eventId: event.id, talkId: held?.id ?? "", locked: true } });
  const { of } = await posed(world);
  expect(of(world, 0, 1)).toMatchObject({ kind: "want", published: 0 });
  expect(of(world, 0, 1)).not.toHaveProperty("locked");
  expect(of(world, 2, 3)).toMatchObject({ locked: 1 });
  expect(of(world, 4, 5)).toMatchObject({ locked: 2 });
  const free = await posed(world, { keepLocked: false });
  expect(free.of(world, 2, 3)).not.toHaveProperty("locked");
  expect(free.of(world, 4, 5)).toMatchObject({ locked: 2 });
  const rest = await posed(world, { scope: "withoutPlan" });
  expect(rest.of(world, 0, 1)).toMatchObject({ locked: 0 });
});

it("poses what the planner takes, and whatever it answers is a plan with true reasons", async () => {
  const world = await aPlanEvent(9);
  const { event, takers } = world;
  const onSite = takers.slice(0, 6).map(({ registration }) => registration.id);
  for (const id of onSite)
    await db().update(registrations).set({ attendance: "onsite" }).where(eq(registrations.id, id));
  await db().insert(talkTables).values({ eventId: event.id, count: 2 });
  for (let one = 0; one < 9; one++)
    for (let other = 0; other < 9; other++)
      if (one !== other && (one * 3 + other) % 2 === 0)
        await wish(world, [one, other], (one + other) % 5 === 0 ? "must" : "want");
  await wish(world, [0, 8], "never");
  const { problem } = await posed(world);
  expect(flawsOf(problem)).toEqual([]);
  const outcome = await plan(problem, {
    ...{ seed: 3, seconds: 2, now: () => performance.now(), shouldStop: () => false },
    onProgress: () => undefined,
  });
  if (!outcome.ok) throw new Error("flaws");
  const slots = [...outcome.result.placement];
  expect(faultsIn(problem, slots)).toEqual([]);
  expect(outcome.result.unplaced.length).toBeGreaterThan(0);
  for (const unplaced of outcome.result.unplaced) expect(isTrue(problem, slots, unplaced)).toBe(true);
});

it("on the day itself plans only what can still be told: talks that begin sooner stay where they are", async () => {
  const world = await aPlanEvent(6);
  const { event } = world;
  await wish(world, [0, 1], "must");
  await wish(world, [2, 3], "want");
  await wish(world, [4, 5], "want");
  await wish(world, [0, 2], "want");
  await aPublishedPlan(world, [
    [0, 1, 1],
    [2, 3, 3],
  ]);
  // The second slot begins in ten minutes, the fourth in fifty.
  const now = new Date(slotAt(event, 1).getTime() - 10 * 60_000);
  const { problem, of } = await posed(world, { keepLocked: false }, now);
  expect(of(world, 0, 1)).toMatchObject({ locked: 1, published: 1 });
  expect(of(world, 2, 3)).toMatchObject({ published: 3 });
  expect(of(world, 2, 3)).not.toHaveProperty("locked");
  const outcome = await plan(problem, {
    ...{ seed: 1, seconds: 0.3, now: () => performance.now(), shouldStop: () => false },
    onProgress: () => undefined,
  });
  if (!outcome.ok) throw new Error("flaws");
  const { placement } = outcome.result;
  const begins = problem.wishes.map(({ locked }, at) => ({ slot: placement[at] ?? -1, locked }));
  // Two slots are left in which everything else has a place; nothing new begins before them.
  for (const { slot, locked } of begins) if (locked === undefined) expect(slot).toBeGreaterThan(1);
  expect(begins.filter(({ slot }) => slot >= 0)).toHaveLength(4);
});

it("holds nobody in a time of a draft that they could not hear of any more", async () => {
  const world = await aPlanEvent(4);
  await wish(world, [0, 1], "want");
  await aDraft(world, [[0, 1, 1]]);
  const [talk] = (await matrixOf(world)).talks;
  const input = { eventId: world.event.id, talkId: talk?.id ?? "", locked: true };
  await lockTalk({ actor: world.office, input });
  const at = (minutes: number) => new Date(slotAt(world.event, 1).getTime() - minutes * 60_000);
  const [early, late] = [await posed(world, {}, at(40)), await posed(world, {}, at(20))];
  expect(early.of(world, 0, 1)).toMatchObject({ locked: 1 });
  expect(late.of(world, 0, 1)).not.toHaveProperty("locked");
});

it("plans no talk of two who have each other in a talk of three, before it and after", async () => {
  const world = await aPlanEvent(4);
  const { event } = world;
  const [anna, ben, cem] = world.takers;
  if (!anna || !ben || !cem) throw new Error("nobody there");
  const meetingId = await agreeOn({ event, anna, ben }, 0);
  await aGuest({ anna, ben, meetingId }, cem);
  for (const two of [
    [0, 1],
    [0, 2],
    [1, 2],
    [0, 3],
  ] as const)
    await wish(world, two, "want");
  for (const now of [new Date(), slotAt(event, 1)]) {
    const { of } = await posed(world, {}, now);
    expect([of(world, 0, 1), of(world, 0, 2), of(world, 1, 2)]).toEqual([undefined, undefined, undefined]);
    expect(of(world, 0, 3)).toMatchObject({ kind: "want" });
  }
});
