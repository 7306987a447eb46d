import { expect, it } from "vitest";
import { system } from "@/db/testing/actors";
import { aPlanEvent, outcomeOf } from "@/db/testing/plans";
import { claimPlan } from "./claim-plan";
import { startPlan } from "./start-plan";

it("claim-plan gives a search to one of the workers that look at once", async () => {
  const { event, office } = await aPlanEvent(1);
  const started = await startPlan({ actor: office, input: { eventId: event.id, min: 1, max: 4 } });
  if (!started.ok) throw new Error(started.failure.reason);
  const input = { runId: started.value.runId };
  expect(outcomeOf(await claimPlan({ actor: office, input }))).toBe("missing");
  const claims = await Promise.all(Array.from({ length: 4 }, () => claimPlan({ actor: system, input })));
  expect(claims.map(outcomeOf).sort()).toEqual(["not_running", "not_running", "not_running", "ok"]);
});
