import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { planRuns } from "@/db/schema/matchmaking-plans";
import { personActor, system } from "@/db/testing/actors";
import { aPlanEvent, aRun, outcomeOf } from "@/db/testing/plans";
import { claimPlan } from "./claim-plan";
import { startPlan } from "./start-plan";
import { stopPlan } from "./stop-plan";

it("stop-plan asks a search to end, and ends at once what nobody has begun", async () => {
  const world = await aPlanEvent(1);
  const { event, takers, office } = world;
  const [anna] = takers;
  if (!anna) throw new Error("nobody there");
  const begin = async () => {
    const result = await startPlan({ actor: office, input: { eventId: event.id, min: 1, max: 4 } });
    if (!result.ok) throw new Error(result.failure.reason);
    return result.value.runId;
  };
  const stop = async (runId: string, actor = office) =>
    outcomeOf(await stopPlan({ actor, input: { runId } }));
  const rowOf = async (runId: `run_${string}`) =>
    (await db().select().from(planRuns).where(eq(planRuns.id, runId)))[0];
  const waiting = await begin();
  expect(await stop(waiting, personActor(anna.person))).toBe("missing");
  expect(await stop(waiting)).toBe("ok");
  expect(await rowOf(waiting)).toMatchObject({ state: "failed", stopAsked: true });
  const begun = await begin();
  await claimPlan({ actor: system, input: { runId: begun } });
  expect(await stop(begun)).toBe("ok");
  expect(await rowOf(begun)).toMatchObject({ state: "running", stopAsked: true });
  expect(await stop((await aRun(world, [])).id)).toBe("not_running");
});
