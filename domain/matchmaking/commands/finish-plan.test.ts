import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { planRunPairs, planRuns } from "@/db/schema/matchmaking-plans";
import { system } from "@/db/testing/actors";
import { aDraft, aPlanEvent, aRun, matrixOf, outcomeOf } from "@/db/testing/plans";
import { finishPlan, KEPT_RUNS } from "./finish-plan";
import { startPlan } from "./start-plan";

it("finish-plan keeps what a search came to, once, with why the others have no place", async () => {
  const world = await aPlanEvent(3);
  const { event, office, takers } = world;
  const [anna, ben, cem] = takers.map(({ person }) => person);
  if (!anna || !ben || !cem) throw new Error("nobody there");
  const started = await startPlan({ actor: office, input: { eventId: event.id, min: 1, max: 4 } });
  if (!started.ok) throw new Error(started.failure.reason);
  const pair = { onePersonId: anna.id, kind: "want" as const };
  const pairs = [
    { ...pair, otherPersonId: ben.id, startsAt: event.startsAt, reason: null, values: {} },
    { ...pair, otherPersonId: cem.id, startsAt: null, reason: "quotaOne", values: { quota: 1 } },
  ];
  const end = { phase: "prove" as const, placed: 1, wishes: 2, figures: null };
  const input = { runId: started.value.runId, ...end, state: "done" as const, pairs };
  expect(outcomeOf(await finishPlan({ actor: office, input }))).toBe("missing");
  expect(outcomeOf(await finishPlan({ actor: system, input }))).toBe("ok");
  expect(outcomeOf(await finishPlan({ actor: system, input }))).toBe("not_running");
  const matrix = await matrixOf(world);
  expect(matrix.run).toMatchObject({ state: "done", placed: 1, wishes: 2 });
  const values = { quota: 1, one: takers[0]?.registration.name, other: takers[2]?.registration.name };
  expect(matrix.unplaced).toEqual([{ a: anna.id, b: cem.id, kind: "want", reason: "quotaOne", values }]);
});

it("finish-plan keeps the last ten searches of an event, and that which the draft is made of", async () => {
  const [world, other] = [await aPlanEvent(2), await aPlanEvent(2)];
  const { event, office } = world;
  const begin = async () => {
    const result = await startPlan({ actor: office, input: { eventId: event.id, min: 1, max: 4 } });
    if (!result.ok) throw new Error(result.failure.reason);
    return result.value.runId;
  };
  const end = async (runId: string) =>
    outcomeOf(
      await finishPlan({
        actor: system,
        input: { runId, phase: "prove", placed: 0, wishes: 0, figures: null, state: "done", pairs: [] },
      }),
    );
  const kept = async (eventId: typeof event.id) =>
    (await db().select({ id: planRuns.id }).from(planRuns).where(eq(planRuns.eventId, eventId))).map(
      ({ id }) => id,
    );
  await aDraft(world, [[0, 1, 0]]);
  const [drafted] = await kept(event.id);
  const foreign = await aRun(other, [[0, 1, 0]]);
  const ended: string[] = [];
  for (let nth = 0; nth < KEPT_RUNS + 2; nth++) {
    const runId = await begin();
    expect(await end(runId)).toBe("ok");
    ended.push(runId);
  }
  expect((await kept(event.id)).toSorted()).toEqual([drafted, ...ended.slice(2)].toSorted());
  expect(await db().$count(planRunPairs, eq(planRunPairs.runId, foreign.id))).toBe(1);
});
