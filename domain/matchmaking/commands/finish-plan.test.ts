import { expect, it } from "vitest";
import { system } from "@/db/testing/actors";
import { aPlanEvent, matrixOf, outcomeOf } from "@/db/testing/plans";
import { finishPlan } from "./finish-plan";
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
