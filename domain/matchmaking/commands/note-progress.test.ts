import { expect, it } from "vitest";
import { system } from "@/db/testing/actors";
import { aPlanEvent, aRun, matrixOf, outcomeOf } from "@/db/testing/plans";
import { claimPlan } from "./claim-plan";
import { noteProgress } from "./note-progress";
import { startPlan } from "./start-plan";
import { stopPlan } from "./stop-plan";

it("note-progress says how far a search is, and hears whether it is to stop", async () => {
  const world = await aPlanEvent(1);
  const { event, office } = world;
  const started = await startPlan({ actor: office, input: { eventId: event.id, min: 1, max: 4 } });
  if (!started.ok) throw new Error(started.failure.reason);
  const { runId } = started.value;
  await claimPlan({ actor: system, input: { runId } });
  const figures = { score: 90, bound: 100, gaps: 0, mustsMissing: 0, seconds: 1.5 };
  const note = (id = runId, actor = system) =>
    noteProgress({ actor, input: { runId: id, phase: "choose", placed: 3, wishes: 4, figures } });
  expect(outcomeOf(await note(runId, office))).toBe("missing");
  expect(await note()).toMatchObject({ ok: true, value: { stop: false } });
  expect((await matrixOf(world)).run).toMatchObject({
    placed: 3,
    wishes: 4,
    score: 90,
    bound: 100,
    gap: 0.1,
  });
  await stopPlan({ actor: office, input: { runId } });
  expect(await note()).toMatchObject({ ok: true, value: { stop: true } });
  expect(outcomeOf(await note((await aRun(world, [])).id))).toBe("not_running");
});
