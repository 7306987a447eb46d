import { inArray } from "drizzle-orm";
import { beforeAll, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { availabilityMarks, talkTables } from "@/db/schema/matchmaking-availability";
import { registrations } from "@/db/schema/registration";
import { personActor } from "@/db/testing/actors";
import { untrueOn } from "@/db/testing/plan-reasons";
import { plannerProgram } from "@/db/testing/planner-program";
import { aPlanEvent, aRun, idOf, matrixOf, outcomeOf, type PlanEvent, wish } from "@/db/testing/plans";
import { slotAt } from "@/db/testing/talks";
import { adoptPlan } from "@/domain/matchmaking/commands/adopt-plan";
import { limitTalks } from "@/domain/matchmaking/commands/limit-talks";
import { startPlan } from "@/domain/matchmaking/commands/start-plan";
import { runResult } from "@/domain/matchmaking/queries/run-result";
import { unplacedFile } from "@/domain/matchmaking/queries/unplaced-file";
import { searchPlans } from "./plans";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let program: URL;
beforeAll(async () => {
  program = await plannerProgram("reasons");
});

const PEOPLE = 10;

async function block(world: PlanEvent, nth: number, slots: readonly number[]): Promise<void> {
  const personId = world.takers[nth]?.person.id;
  if (!personId) throw new Error("nobody there");
  const { event } = world;
  await db()
    .insert(availabilityMarks)
    .values(
      slots.map((at) => ({
        ...{ eventId: event.id, personId, mark: "blocked" as const },
        ...{ startsAt: slotAt(event, at), endsAt: slotAt(event, at + 1) },
      })),
    );
}

async function limit(world: PlanEvent, nth: number, max: number): Promise<void> {
  const input = { eventId: world.event.id, personId: idOf(world, nth), min: 0, max };
  expect(outcomeOf(await limitTalks({ actor: world.office, input }))).toBe("ok");
}

/** Ten who all want to meet, of whom all must meet the second: far more than has a place, for every kind of reason. */
async function aCrowd(): Promise<PlanEvent> {
  const world = await aPlanEvent(PEOPLE);
  const onSite = world.takers.slice(0, 7).map(({ registration }) => registration.id);
  await db().update(registrations).set({ attendance: "onsite" }).where(inArray(registrations.id, onSite));
  await db().insert(talkTables).values({ eventId: world.event.id, count: 1 });
  // These two are never there at the same time.
  await block(world, 8, [0, 1]);
  await block(world, 9, [2, 3]);
  // One takes a single talk; one more than there are times, so that it is never the quota.
  await limit(world, 7, 1);
  await limit(world, 1, 9);
  for (let one = 0; one < PEOPLE; one++)
    for (let other = 0; other < one; other++) await wish(world, [one, other], other === 1 ? "must" : "want");
  for (let other = 2; other < PEOPLE; other++) await wish(world, [1, other], "must");
  return world;
}

async function searched({ event, office }: PlanEvent) {
  const input = { eventId: event.id, min: 1, max: 3, restAfter: 0, seconds: 3 };
  const started = await startPlan({ actor: office, input });
  if (!started.ok) throw new Error(started.failure.reason);
  await searchPlans(program);
  return started.value.runId;
}

const linesOf = async (world: PlanEvent, more: object, actor = world.office) => {
  const asked = { eventId: world.event.id, format: "rfc4180" as const, locale: "de" as const, ...more };
  const file = await unplacedFile(actor, asked, new Date());
  return file && [...file.parts].join("").trim().split("\r\n");
};

it("a result lists every wish without a place, as many as it counts, musts first, each for a true reason", async () => {
  const world = await aCrowd();
  const runId = await searched(world);
  const before = await matrixOf(world);
  const result = await runResult(world.office, world.event.id, before);
  const unplaced = result?.unplaced ?? [];
  expect(before.run).toMatchObject({ id: runId, state: "done", wishes: 45, gaps: expect.any(Number) });
  expect(unplaced).toHaveLength(45 - (before.run?.placed ?? 0));
  const kinds = unplaced.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "must").length).toBeGreaterThan(0);
  expect(kinds.lastIndexOf("must")).toBeLessThan(kinds.indexOf("want"));
  expect(outcomeOf(await adoptPlan({ actor: world.office, input: { runId } }))).toBe("ok");
  const matrix = await matrixOf(world);
  expect(untrueOn(matrix, unplaced)).toEqual([]);
  expect(matrix.unplaced).toEqual(unplaced);
  const reasons = [...new Set(unplaced.map(({ reason }) => reason))];
  expect(reasons).toEqual(expect.arrayContaining(["noCommonSlot", "noCommonFreeSlot"]));
  expect(reasons.some((reason) => reason.startsWith("quota"))).toBe(true);
  expect(reasons).toContain("tablesTaken");
});

it("the list is the same as a file, of the search and of the draft, and nobody else's", async () => {
  const world = await aPlanEvent(3);
  for (const early of [0, 1]) {
    await block(world, early, [0, 1]);
    await wish(world, [early, 2], "want");
  }
  await block(world, 2, [2, 3]);
  const run = await aRun(world, [
    [0, 1, 2],
    [0, 2, null],
    [1, 2, null],
  ]);
  expect(await linesOf(world, { runId: run.id })).toHaveLength(3);
  await adoptPlan({ actor: world.office, input: { runId: run.id } });
  const lines = await linesOf(world, {});
  expect(lines).toEqual(await linesOf(world, { runId: run.id }));
  const name = world.takers[0]?.registration.name ?? "";
  expect(lines?.find((line) => line.includes(name))).toContain("keinen gemeinsamen Termin");
  expect(lines?.[1]).toContain("eine Stunde freizugeben");
  const [anna] = world.takers;
  if (!anna) throw new Error("nobody there");
  expect(await linesOf(world, {}, personActor(anna.person))).toBeUndefined();
  const foreign = await aRun(await aPlanEvent(2), [[0, 1, null]]);
  expect(await linesOf(world, { runId: foreign.id })).toHaveLength(1);
});
