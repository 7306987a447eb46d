import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { listings } from "@/db/schema/matchmaking";
import { availabilityMarks } from "@/db/schema/matchmaking-availability";
import { planRunPairs, planRuns } from "@/db/schema/matchmaking-plans";
import { plannerProgram } from "@/db/testing/planner-program";
import { aPlanEvent, faultsOn, idOf, matrixOf, type PlanEvent, wish } from "@/db/testing/plans";
import { slotAt } from "@/db/testing/talks";
import { adoptPlan } from "@/domain/matchmaking/commands/adopt-plan";
import { startPlan } from "@/domain/matchmaking/commands/start-plan";
import { stopPlan } from "@/domain/matchmaking/commands/stop-plan";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { searchPlans } from "./plans";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let program: URL;
beforeAll(async () => {
  program = await plannerProgram("jobs");
});

const asked = { min: 1, max: 4, restAfter: 0, seconds: 5 };

async function start({ event, office }: PlanEvent, more: object = {}) {
  const result = await startPlan({ actor: office, input: { eventId: event.id, ...asked, ...more } });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value.runId;
}

/** Asks for a plan, has it searched in the real thread, and takes it as the draft. */
async function drafted(world: PlanEvent, more: object = {}): Promise<PlanMatrix> {
  const runId = await start(world, more);
  await searchPlans(program);
  const matrix = await matrixOf(world);
  expect(matrix.run).toMatchObject({ state: "done" });
  const adopted = await adoptPlan({ actor: world.office, input: { runId } });
  if (!adopted.ok) throw new Error(adopted.failure.reason);
  return matrixOf(world);
}

describe("a search", () => {
  it("says of each wish without a place why, and it is so", async () => {
    const world = await aPlanEvent(4);
    const { event } = world;
    const [anna, ben] = world.takers;
    if (!anna || !ben) throw new Error("nobody there");
    // Never both free; and more wishes than somebody takes.
    for (const at of [0, 1])
      await db()
        .insert(availabilityMarks)
        .values({
          eventId: event.id,
          personId: anna.person.id,
          startsAt: slotAt(event, at),
          endsAt: slotAt(event, at + 1),
          mark: "blocked",
        });
    for (const at of [2, 3])
      await db()
        .insert(availabilityMarks)
        .values({
          eventId: event.id,
          personId: ben.person.id,
          startsAt: slotAt(event, at),
          endsAt: slotAt(event, at + 1),
          mark: "blocked",
        });
    await wish(world, [0, 1], "want");
    await wish(world, [2, 3], "want");
    await wish(world, [2, 0], "want");
    await wish(world, [2, 1], "want");
    const matrix = await drafted(world, { max: 1 });
    expect(faultsOn(matrix)).toEqual([]);
    const reasons = matrix.unplaced.map(({ a, b, reason }) => [[a, b].sort().join(), reason]);
    const pair = (one: number, other: number) => [idOf(world, one), idOf(world, other)].sort().join();
    expect(reasons).toContainEqual([pair(0, 1), "noCommonSlot"]);
    expect(matrix.unplaced.filter(({ reason }) => reason.startsWith("quota"))).toHaveLength(2);
    const full = matrix.unplaced.find(({ reason }) => reason.startsWith("quota"));
    expect(full?.values).toMatchObject({ one: expect.any(String), other: expect.any(String) });
  });

  it("plans for people without wishes what suggestions would bring together", async () => {
    const world = await aPlanEvent(2);
    const [network] = await db().select().from(networks).where(eq(networks.id, world.event.networkId));
    const [anna, ben] = world.takers;
    if (!network || !anna || !ben) throw new Error("nobody there");
    const { allianceId } = network;
    await db()
      .insert(listings)
      .values([
        { allianceId, personId: anna.person.id, kind: "need", tag: "robotik" },
        { allianceId, personId: ben.person.id, kind: "offer", tag: "robotik" },
      ]);
    const matrix = await drafted(world);
    expect(matrix.talks).toMatchObject([{ state: "draft", slot: expect.any(Number) }]);
    expect(matrix.talks[0]?.reasons[0]?.text).toContain("Robotik");
  });

  it("ends when it is asked to, with the best plan it has", async () => {
    const world = await aPlanEvent(6);
    for (let one = 0; one < 6; one++)
      for (let other = 0; other < one; other++) await wish(world, [one, other], "want");
    const runId = await start(world, { seconds: 120 });
    const searching = searchPlans(program);
    await vi.waitFor(
      async () => {
        const [run] = await db().select().from(planRuns).where(eq(planRuns.id, runId));
        expect(run?.phase).not.toBe("waiting");
      },
      { timeout: 30_000 },
    );
    await stopPlan({ actor: world.office, input: { runId } });
    await searching;
    const [run] = await db().select().from(planRuns).where(eq(planRuns.id, runId));
    expect(["stopped", "done"]).toContain(run?.state);
    expect(await db().$count(planRunPairs, eq(planRunPairs.runId, runId))).toBeGreaterThan(0);
  });

  it("that died with its process, or whose thread can't begin, is written down as failed", async () => {
    const world = await aPlanEvent(2);
    await wish(world, [0, 1], "want");
    const runId = await start(world);
    await searchPlans(new URL("file:///nowhere/planner.mjs"));
    expect((await matrixOf(world)).run).toMatchObject({ id: runId, state: "failed" });
    const next = await start(world);
    const silent = new Date(Date.now() - 60_000);
    await db().update(planRuns).set({ phase: "arrange", seenAt: silent }).where(eq(planRuns.id, next));
    await searchPlans(program);
    const [run] = await db().select().from(planRuns).where(eq(planRuns.id, next));
    expect(run?.state).toBe("failed");
  });

  it("of another network waits for one search of a network that asks for many, not for all of them", async () => {
    const first = await aPlanEvent(1);
    const { networkId } = first.event;
    const many = [first, await aPlanEvent(1, { networkId }), await aPlanEvent(1, { networkId })];
    const runIds: string[] = [];
    for (const world of [...many, await aPlanEvent(1)]) runIds.push(await start(world));
    await searchPlans(new URL("file:///nowhere/planner.mjs"));
    const over = await db().select({ id: planRuns.id }).from(planRuns).orderBy(planRuns.endedAt);
    const order = over.map(({ id }) => runIds.indexOf(id)).filter((at) => at >= 0);
    expect(order).toEqual([0, 3, 1, 2]);
  });
});
