import { expect, it } from "vitest";
import { personActor } from "@/db/testing/actors";
import { aDraft, aPlanEvent, matrixOf, outcomeOf } from "@/db/testing/plans";
import { lockTalk } from "./lock-talk";
import { moveTalk } from "./move-talk";
import { undoPlanChange } from "./undo-plan-change";

it("undo-plan-change takes back one change after the other, the youngest first", async () => {
  const world = await aPlanEvent(2);
  const { event, office, takers } = world;
  await aDraft(world, [[0, 1, 0]]);
  const [talk] = (await matrixOf(world)).talks;
  const [anna] = takers;
  if (!talk || !anna) throw new Error("no talk");
  const input = { eventId: event.id, talkId: talk.id };
  await moveTalk({ actor: office, input: { ...input, slot: 2 } });
  await lockTalk({ actor: office, input: { ...input, locked: true } });
  const undo = async (actor = office) =>
    outcomeOf(await undoPlanChange({ actor, input: { eventId: event.id } }));
  const stands = async () => {
    const { talks, draft } = await matrixOf(world);
    return [talks[0]?.slot, talks[0]?.locked, draft?.undo ?? null, draft?.version];
  };
  expect(await undo(personActor(anna.person))).toBe("missing");
  const before = { talkId: talk.id, table: null, locked: false };
  expect(await stands()).toEqual([2, true, { ...before, steps: 2, slot: 2 }, 3]);
  expect(await undo()).toBe("ok");
  expect(await stands()).toEqual([2, false, { ...before, steps: 1, slot: 0 }, 4]);
  expect(await undo()).toBe("ok");
  expect(await stands()).toEqual([0, false, null, 5]);
  expect(await undo()).toBe("nothing_to_undo");
});
