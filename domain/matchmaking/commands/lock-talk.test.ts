import { expect, it } from "vitest";
import { personActor } from "@/db/testing/actors";
import { aDraft, aPlanEvent, aPublishedPlan, matrixOf, outcomeOf } from "@/db/testing/plans";
import { slotAt } from "@/db/testing/talks";
import { bookMeeting } from "./book-meeting";
import { lockTalk } from "./lock-talk";

it("lock-talk holds a talk that people know without a draft, and one of the draft as a change of it", async () => {
  const world = await aPlanEvent(4);
  const { event, office, takers } = world;
  await aPublishedPlan(world, [[0, 1, 0]]);
  const lock = async (talkId: string, locked = true, actor = office) =>
    outcomeOf(await lockTalk({ actor, input: { eventId: event.id, talkId, locked } }));
  const [known] = (await matrixOf(world)).talks;
  const [anna] = takers;
  if (!known || !anna) throw new Error("no talk");
  expect(await lock(known.id, true, personActor(anna.person))).toBe("missing");
  expect(await lock(known.id)).toBe("ok");
  const matrix = await matrixOf(world);
  expect(matrix.draft).toBeNull();
  expect(matrix.talks).toMatchObject([{ locked: true, state: "published" }]);
  await aDraft(world, [
    [0, 1, 0],
    [2, 3, 1],
    [0, 2, null],
  ]);
  const drafted = (await matrixOf(world)).talks;
  expect(drafted.map(({ locked }) => locked)).toEqual([true, false, false]);
  expect(await lock(drafted[1]?.id ?? "")).toBe("ok");
  expect(await lock(drafted[2]?.id ?? "")).toBe("noTime");
  expect((await matrixOf(world)).draft).toMatchObject({ undo: { steps: 1, locked: false }, changed: 1 });
  expect(await lock("pln_aaaaaaaaaa")).toBe("unknownTalk");
});

it("lock-talk has nothing to say of what people agreed on", async () => {
  const world = await aPlanEvent(2);
  const { event, office, takers } = world;
  const personIds: [string, string] = [takers[0]?.person.id ?? "", takers[1]?.person.id ?? ""];
  const booked = await bookMeeting({
    actor: office,
    input: { eventId: event.id, personIds, startsAt: slotAt(event, 0).toISOString() },
  });
  if (!booked.ok) throw new Error(booked.failure.reason);
  const input = { eventId: event.id, talkId: booked.value.meetingId, locked: false };
  expect(outcomeOf(await lockTalk({ actor: office, input }))).toBe("bookedTalk");
});
