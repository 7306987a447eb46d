import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { planRuns } from "@/db/schema/matchmaking-plans";
import { personActor } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { aPlanEvent, matrixOf, outcomeOf } from "@/db/testing/plans";
import { slotAt } from "@/db/testing/talks";
import { startPlan } from "./start-plan";

const asked = { min: 1, max: 4, restAfter: 3, seconds: 1 };

it("start-plan asks for one search at a time, with everybody's numbers", async () => {
  const world = await aPlanEvent(2);
  const { event, office } = world;
  const start = async (more: object = {}, now?: Date) =>
    outcomeOf(
      await startPlan({
        actor: office,
        input: { eventId: event.id, ...asked, ...more },
        ...(now ? { now } : {}),
      }),
    );
  expect(await start({ min: 5 })).toBe("input");
  expect(await start({ minutes: 15 })).toBe("other_length");
  expect(await start({}, new Date(event.endsAt))).toBe("slots_past");
  // The last slot begins in twenty minutes.
  expect(await start({}, slotAt(event, 2))).toBe("slots_past");
  expect(await start({ minutes: 20 })).toBe("ok");
  expect(await start()).toBe("already_running");
  const matrix = await matrixOf(world);
  expect(matrix.run).toMatchObject({ state: "running", phase: "waiting", placed: 0, gap: null });
  expect(matrix.people[0]?.quota).toBe(4);
  expect(matrix.draft).toBeNull();
});

it("start-plan begins anew where a search died with its process", async () => {
  const world = await aPlanEvent(2);
  const { event, office } = world;
  const input = { eventId: event.id, ...asked };
  const first = await startPlan({ actor: office, input });
  if (!first.ok) throw new Error(first.failure.reason);
  const { runId } = first.value;
  const silent = new Date(Date.now() - 30_000);
  await db().update(planRuns).set({ phase: "choose", seenAt: silent }).where(eq(planRuns.id, runId));
  expect((await matrixOf(world)).run?.state).toBe("failed");
  expect(outcomeOf(await startPlan({ actor: office, input }))).toBe("ok");
  const [dead] = await db().select().from(planRuns).where(eq(planRuns.id, runId));
  expect(dead?.state).toBe("failed");
});

it("start-plan is for organizers, and for events with hours for talks", async () => {
  const { event, takers, office } = await aPlanEvent(1);
  const [anna] = takers;
  if (!anna) throw new Error("nobody there");
  const input = { eventId: event.id, ...asked };
  expect(outcomeOf(await startPlan({ actor: personActor(anna.person), input }))).toBe("missing");
  const other = await anEvent({ networkId: event.networkId });
  expect(outcomeOf(await startPlan({ actor: office, input: { ...input, eventId: other.id } }))).toBe(
    "no_talks",
  );
});
