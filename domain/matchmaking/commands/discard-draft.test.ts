import { expect, it } from "vitest";
import { personActor } from "@/db/testing/actors";
import { aDraft, aPlanEvent, aPublishedPlan, matrixOf, outcomeOf } from "@/db/testing/plans";
import { discardDraft } from "./discard-draft";

it("discard-draft throws the draft away and leaves what is published", async () => {
  const world = await aPlanEvent(3);
  const { event, office, takers } = world;
  await aPublishedPlan(world, [[0, 1, 0]]);
  const version = await aDraft(world, [[0, 2, 1]]);
  const discard = async (actor = office) =>
    outcomeOf(await discardDraft({ actor, input: { eventId: event.id } }));
  const [anna] = takers;
  if (!anna) throw new Error("nobody there");
  expect(await discard(personActor(anna.person))).toBe("missing");
  expect((await matrixOf(world)).talks.map(({ state }) => state).sort()).toEqual(["cancelled", "draft"]);
  expect(await discard()).toBe("ok");
  expect(await matrixOf(world)).toMatchObject({
    draft: null,
    version: 1,
    talks: [{ state: "published", slot: 0 }],
  });
  expect(await discard()).toBe("no_draft");
  // Nobody who saw the one that is gone publishes the next one by its number.
  expect(await aDraft(world, [[0, 2, 1]])).toBeGreaterThan(version);
});
