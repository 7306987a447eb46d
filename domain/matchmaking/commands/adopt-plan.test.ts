import { and, eq, isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { planRunPairs, planRuns } from "@/db/schema/matchmaking-plans";
import { personActor } from "@/db/testing/actors";
import { aPlanEvent, aPublishedPlan, aRun, matrixOf, outcomeOf, wish } from "@/db/testing/plans";
import { slotAt } from "@/db/testing/talks";
import { adoptPlan } from "./adopt-plan";
import { bookMeeting } from "./book-meeting";
import { lockTalk } from "./lock-talk";
import { publishPlan } from "./publish-plan";

it("adopt-plan makes what a search came to the draft, which nobody hears of", async () => {
  const world = await aPlanEvent(4);
  const { office, takers } = world;
  await wish(world, [0, 2], "want");
  const run = await aRun(world, [
    [0, 1, 0],
    [2, 3, 0],
    [0, 2, null],
  ]);
  const adopt = async (actor = office) => outcomeOf(await adoptPlan({ actor, input: { runId: run.id } }));
  const [anna] = takers;
  if (!anna) throw new Error("nobody there");
  expect(await adopt(personActor(anna.person))).toBe("missing");
  expect(await adopt()).toBe("ok");
  const matrix = await matrixOf(world);
  expect(matrix.draft).toEqual({
    ...{ version: 1, changed: 2, added: 2, moved: 0, removed: 0, mails: 4 },
    ...{ undo: null, differences: [] },
  });
  expect(matrix.talks.map(({ state, slot }) => [state, slot])).toEqual([
    ["draft", 0],
    ["draft", 0],
    ["draft", null],
  ]);
  expect(matrix.unplaced).toHaveLength(1);
  expect(await adopt(), "again, in place of the first").toBe("ok");
  expect((await matrixOf(world)).draft?.version).toBe(2);
});

it("adopt-plan drafts nothing of two who don't meet, whom nobody could give a time by hand", async () => {
  const world = await aPlanEvent(4);
  const run = await aRun(world, [
    [0, 1, 0],
    [2, 3, null],
  ]);
  const ofRun = and(eq(planRunPairs.runId, run.id), isNull(planRunPairs.startsAt));
  await db().update(planRunPairs).set({ kind: "must", reason: "never" }).where(ofRun);
  expect(outcomeOf(await adoptPlan({ actor: world.office, input: { runId: run.id } }))).toBe("ok");
  expect((await matrixOf(world)).talks.map(({ slot }) => slot)).toEqual([0]);
});

it("adopt-plan waits until the search is over", async () => {
  const world = await aPlanEvent(2);
  const run = await aRun(world, [[0, 1, 0]]);
  await db().update(planRuns).set({ state: "running", endedAt: null }).where(eq(planRuns.id, run.id));
  const adopted = await adoptPlan({ actor: world.office, input: { runId: run.id } });
  expect(outcomeOf(adopted)).toBe("run_not_over");
});

it("adopt-plan keeps what people know where it is, and gives no time that somebody took since", async () => {
  const world = await aPlanEvent(4);
  const { event, office, takers } = world;
  await aPublishedPlan(world, [[0, 1, 0]]);
  const run = await aRun(world, [
    [0, 1, 0],
    [2, 3, 1],
    [0, 2, 1],
  ]);
  const [one, other] = [takers[2]?.person.id ?? "", takers[1]?.person.id ?? ""];
  const booking = { eventId: event.id, personIds: [one, other] as [string, string] };
  const startsAt = slotAt(event, 1).toISOString();
  expect(outcomeOf(await bookMeeting({ actor: office, input: { ...booking, startsAt } }))).toBe("ok");
  await adoptPlan({ actor: office, input: { runId: run.id } });
  const matrix = await matrixOf(world);
  const states = matrix.talks.map(({ state, slot }) => `${state} ${slot}`).sort();
  expect(states).toEqual(["booked 1", "draft null", "draft null", "published 0"]);
  expect(matrix.draft?.changed).toBe(0);
});

it("adopt-plan gives no time to two who agreed by themselves since, so that the draft can be published", async () => {
  const world = await aPlanEvent(4);
  const { event, office, takers } = world;
  const run = await aRun(world, [
    [0, 1, 0],
    [2, 3, 0],
  ]);
  const personIds: [string, string] = [takers[0]?.person.id ?? "", takers[1]?.person.id ?? ""];
  const startsAt = slotAt(event, 2).toISOString();
  const booked = await bookMeeting({ actor: office, input: { eventId: event.id, personIds, startsAt } });
  expect(outcomeOf(booked)).toBe("ok");
  await adoptPlan({ actor: office, input: { runId: run.id } });
  const states = (await matrixOf(world)).talks.map(({ state, slot }) => `${state} ${slot}`).sort();
  expect(states).toEqual(["booked 2", "draft 0", "draft null"]);
  const published = await publishPlan({ actor: office, input: { eventId: event.id, seen: "1" } });
  expect(published).toMatchObject({ ok: true, value: { added: 1 } });
});

it("adopt-plan moves nothing that was locked since the search", async () => {
  const world = await aPlanEvent(3);
  const { event, office } = world;
  const run = await aRun(world, [
    [0, 1, 2],
    [0, 2, 1],
  ]);
  const adopt = async () => outcomeOf(await adoptPlan({ actor: office, input: { runId: run.id } }));
  await aPublishedPlan(world, [[0, 1, 0]]);
  const [known] = (await matrixOf(world)).talks;
  const lock = (locked: boolean) =>
    lockTalk({ actor: office, input: { eventId: event.id, talkId: known?.id ?? "", locked } });
  await lock(true);
  expect(await adopt()).toBe("locked_since");
  await lock(false);
  expect(await adopt()).toBe("ok");
});

it("adopt-plan drafts no time that is over by then, but for talks that people know already", async () => {
  const world = await aPlanEvent(4);
  await aPublishedPlan(world, [[0, 1, 0]]);
  const run = await aRun(world, [
    [0, 1, 0],
    [2, 3, 0],
    [0, 2, 2],
  ]);
  const now = slotAt(world.event, 0);
  expect(outcomeOf(await adoptPlan({ actor: world.office, input: { runId: run.id }, now }))).toBe("ok");
  const matrix = await matrixOf(world, now);
  expect(matrix.talks.map(({ state, slot }) => `${state} ${slot}`).sort()).toEqual([
    "draft 2",
    "draft null",
    "published 0",
  ]);
});
