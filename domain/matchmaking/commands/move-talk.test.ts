import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { availabilityMarks, talkTables } from "@/db/schema/matchmaking-availability";
import { sessions } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { personActor } from "@/db/testing/actors";
import { aDraft, aPlanEvent, aPublishedPlan, matrixOf, outcomeOf, type PlanEvent } from "@/db/testing/plans";
import { slotAt } from "@/db/testing/talks";
import { bookMeeting } from "./book-meeting";
import { limitTalks } from "./limit-talks";
import { lockTalk } from "./lock-talk";
import { moveTalk } from "./move-talk";

const mover =
  (world: PlanEvent) =>
  async (talkId: string, slot: number | "", more: object = {}) =>
    moveTalk({ actor: world.office, input: { eventId: world.event.id, talkId, slot, ...more } });

/** The talk of these two on the matrix. */
async function talkOf(world: PlanEvent, one: number, other: number) {
  const ids = [world.takers[one]?.person.id ?? "", world.takers[other]?.person.id ?? ""];
  const talk = (await matrixOf(world)).talks.find(({ people }) => ids.every((id) => people.includes(id)));
  if (!talk) throw new Error("no such talk");
  return talk;
}

it("move-talk moves a talk of the draft, out of its time and back, and each time it is another draft", async () => {
  const world = await aPlanEvent(2);
  await aDraft(world, [[0, 1, 0]]);
  const { id } = await talkOf(world, 0, 1);
  const move = mover(world);
  expect(await move(id, 2)).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await talkOf(world, 0, 1)).toMatchObject({ slot: 2, table: null, place: "online" });
  expect(await move(id, "")).toMatchObject({ ok: true, value: { version: 3 } });
  expect(await talkOf(world, 0, 1)).toMatchObject({ slot: null });
  expect(await move(id, 1)).toMatchObject({ ok: true, value: { version: 4 } });
  const [anna] = world.takers;
  if (!anna) throw new Error("nobody there");
  const input = { eventId: world.event.id, talkId: id, slot: 0 };
  expect(outcomeOf(await moveTalk({ actor: personActor(anna.person), input }))).toBe("missing");
});

it("move-talk begins a draft where the published plan is changed by hand", async () => {
  const world = await aPlanEvent(3);
  await aPublishedPlan(world, [[0, 1, 0]]);
  const { id } = await talkOf(world, 0, 1);
  expect(id.startsWith("mtg_")).toBe(true);
  expect(outcomeOf(await mover(world)(id, 3))).toBe("ok");
  const matrix = await matrixOf(world);
  const people = world.takers.slice(0, 2).map(({ person }) => person.id);
  expect(matrix.draft).toMatchObject({ changed: 1, moved: 1, mails: 2, undo: { steps: 1, slot: 0 } });
  const [difference] = matrix.draft?.differences ?? [];
  expect({ ...difference, people: difference?.people.toSorted() }).toEqual({
    ...{ what: "move", from: 0, to: 3 },
    people: people.toSorted(),
  });
  expect(matrix.talks).toMatchObject([{ state: "draft", slot: 3 }]);
});

it("move-talk says why a talk can't go there", async () => {
  const world = await aPlanEvent(4);
  const { event, takers, office } = world;
  await aDraft(world, [
    [0, 1, 0],
    [0, 2, 1],
  ]);
  const { id } = await talkOf(world, 0, 1);
  const [anna, ben] = takers;
  if (!anna || !ben) throw new Error("nobody there");
  const move = mover(world);
  const named = { name: anna.registration.name };
  const refusedFor = async (slot: number, reason: string, details: object = {}) =>
    expect(await move(id, slot)).toMatchObject({ ok: false, failure: { reason, details } });
  await refusedFor(1, "personBusy", named);
  await refusedFor(9, "unknownSlot");
  const span = (at: number) => ({ startsAt: slotAt(event, at), endsAt: slotAt(event, at + 1) });
  await db()
    .insert(availabilityMarks)
    .values({ eventId: event.id, personId: anna.person.id, ...span(2), mark: "blocked" });
  await refusedFor(2, "blockedThen", named);
  await db()
    .insert(sessions)
    .values({ eventId: event.id, title: "Pause", kind: "break", ...span(3) });
  // A pause is everybody's: which of the two is named is nobody's concern.
  await refusedFor(3, "sessionThen");
  const many = { eventId: event.id, personId: anna.person.id, min: 0, max: 1 };
  await limitTalks({ actor: office, input: many });
  await db().delete(availabilityMarks);
  await refusedFor(2, "quotaReached", { ...named, quota: 1 });
  const personIds: [string, string] = [ben.person.id, takers[3]?.person.id ?? ""];
  await bookMeeting({
    actor: office,
    input: { eventId: event.id, personIds, startsAt: slotAt(event, 2).toISOString() },
  });
  await refusedFor(2, "personBusy", { name: ben.registration.name });
  expect(outcomeOf(await move((await talkOf(world, 1, 3)).id, 3))).toBe("bookedTalk");
  await lockTalk({ actor: office, input: { eventId: event.id, talkId: id, locked: true } });
  expect(outcomeOf(await move(id, 2))).toBe("lockedTalk");
  expect(outcomeOf(await move("pln_aaaaaaaaaa", 2))).toBe("unknownTalk");
});

it("move-talk leaves alone what has begun", async () => {
  const world = await aPlanEvent(2);
  await aPublishedPlan(world, [[0, 1, 1]]);
  const { id } = await talkOf(world, 0, 1);
  const input = { eventId: world.event.id, talkId: id };
  const at = (now: Date, slot: number) => moveTalk({ actor: world.office, input: { ...input, slot }, now });
  expect(outcomeOf(await at(slotAt(world.event, 1), 3))).toBe("pastSlot");
  expect(outcomeOf(await at(slotAt(world.event, 0), 0))).toBe("pastSlot");
});

it("move-talk gives a talk on site its own table, or another that is free", async () => {
  const world = await aPlanEvent(4);
  const { event } = world;
  await db().update(registrations).set({ attendance: "onsite" }).where(eq(registrations.eventId, event.id));
  await db().insert(talkTables).values({ eventId: event.id, count: 1 });
  await aDraft(world, [
    [0, 1, 0],
    [2, 3, 1],
  ]);
  const { id, table } = await talkOf(world, 0, 1);
  expect(table).toBe(1);
  const move = mover(world);
  expect(outcomeOf(await move(id, 1))).toBe("noTableFree");
  await db().update(talkTables).set({ count: 2 });
  expect(outcomeOf(await move(id, 1, { table: 1 }))).toBe("noTableFree");
  expect(outcomeOf(await move(id, 1))).toBe("ok");
  expect(await talkOf(world, 0, 1)).toMatchObject({ slot: 1, table: 2, place: "table" });
});
