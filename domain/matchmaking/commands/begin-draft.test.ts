import { expect, it } from "vitest";
import { personActor } from "@/db/testing/actors";
import { aDraft, aPlanEvent, aPublishedPlan, matrixOf, outcomeOf, type PlanEvent } from "@/db/testing/plans";
import { beginDraft } from "./begin-draft";
import { lockTalk } from "./lock-talk";

const begin = async ({ event, office }: PlanEvent, actor = office) =>
  outcomeOf(await beginDraft({ actor, input: { eventId: event.id } }));

it("begin-draft makes a draft of what is published, which changes nothing until somebody does", async () => {
  const world = await aPlanEvent(4);
  const { event, office, takers } = world;
  await aPublishedPlan(world, [
    [0, 1, 0],
    [2, 3, 1],
  ]);
  const held = (await matrixOf(world)).talks.find(({ people }) =>
    people.includes(takers[0]?.person.id ?? ""),
  );
  await lockTalk({ actor: office, input: { eventId: event.id, talkId: held?.id ?? "", locked: true } });
  expect(await begin(world)).toBe("ok");
  const { draft, talks, version } = await matrixOf(world);
  expect(version).toBe(1);
  expect(draft).toMatchObject({ changed: 0, mails: 0, undo: null, differences: [] });
  const stands = talks.map(({ slot, state, locked }) => [slot, state, locked]).sort();
  expect(stands).toEqual([
    [0, "published", true],
    [1, "published", false],
  ]);
});

it("begin-draft leaves a draft alone that somebody else began", async () => {
  const world = await aPlanEvent(4);
  await aPublishedPlan(world, [[0, 1, 0]]);
  await aDraft(world, [[2, 3, 1]]);
  const before = (await matrixOf(world)).draft;
  expect(await begin(world)).toBe("draft_exists");
  expect((await matrixOf(world)).draft).toEqual(before);
});

it("begin-draft has nothing to begin from before the first plan, and asks for the office", async () => {
  const world = await aPlanEvent(2);
  expect(await begin(world)).toBe("not_published");
  await aPublishedPlan(world, [[0, 1, 0]]);
  const [anna] = world.takers;
  if (!anna) throw new Error("nobody there");
  expect(await begin(world, personActor(anna.person))).toBe("missing");
  expect((await matrixOf(world)).draft).toBeNull();
});
