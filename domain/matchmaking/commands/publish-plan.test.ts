import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { meetingPeople, meetingRequests, meetings, personBlocks } from "@/db/schema/matchmaking";
import { availabilityMarks } from "@/db/schema/matchmaking-availability";
import { planVersions } from "@/db/schema/matchmaking-plans";
import { events } from "@/db/schema/programme";
import { rounds } from "@/db/schema/rooms";
import { personActor } from "@/db/testing/actors";
import { aGuest } from "@/db/testing/group-talks";
import { aDraft, aPlanEvent, aPublishedPlan, matrixOf, outcomeOf, publish } from "@/db/testing/plans";
import { aTalkRequest, slotAt } from "@/db/testing/talks";
import { bookMeeting } from "./book-meeting";
import { cancelMeeting } from "./cancel-meeting";
import { lockTalk } from "./lock-talk";
import { moveTalk } from "./move-talk";
import { publishPlan } from "./publish-plan";
import { rescheduleMeeting } from "./reschedule-meeting";

const kindsTold = async () => (await db().select({ kind: outbox.kind }).from(outbox)).map(({ kind }) => kind);

it("publish-plan makes talks of the draft, each with its room, and settles what was asked", async () => {
  const world = await aPlanEvent(4);
  const { event, takers } = world;
  const [anna, ben] = takers;
  if (!anna || !ben) throw new Error("nobody there");
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [3] });
  const value = await aPublishedPlan(world, [
    [0, 1, 0],
    [2, 3, 0],
    [0, 2, null],
  ]);
  expect(value).toEqual({ version: 1, added: 2, moved: 0, removed: 0, mails: 4 });
  const rows = await db().select().from(meetings).where(eq(meetings.eventId, event.id));
  expect(rows).toMatchObject([
    { status: "accepted", startsAt: slotAt(event, 0), calendarSequence: 0, place: "online" },
    { status: "accepted", startsAt: slotAt(event, 0), calendarSequence: 0, place: "online" },
  ]);
  expect(rows.every(({ roundId }) => roundId !== null)).toBe(true);
  expect(await db().$count(meetingPeople)).toBe(4);
  const [asked] = await db().select().from(meetingRequests).where(eq(meetingRequests.id, request.id));
  expect(asked?.status).toBe("accepted");
  const matrix = await matrixOf(world);
  expect(matrix).toMatchObject({ version: 1, draft: null });
  expect(matrix.talks.map(({ state }) => state)).toEqual(["published", "published"]);
  expect(await kindsTold()).toContain("plan.published");
  expect(await kindsTold()).not.toContain("meeting.accepted");
});

it("publish-plan moves and takes back what the next draft says: one entry in calendars, and its next sequence", async () => {
  const world = await aPlanEvent(4);
  const { event } = world;
  // Two talks exchange their slots, a third falls away, a fourth comes: in no order does one stand in another's way.
  await aPublishedPlan(world, [
    [0, 1, 0],
    [0, 2, 1],
    [1, 3, 1],
  ]);
  const before = await db().select().from(meetings).where(eq(meetings.eventId, event.id));
  await aDraft(world, [
    [0, 1, 1],
    [0, 2, 0],
    [2, 3, 1],
  ]);
  expect((await matrixOf(world)).draft).toMatchObject({ changed: 4, mails: 8 });
  expect(await publish(world)).toMatchObject({
    ok: true,
    value: { version: 2, added: 1, moved: 2, removed: 1, mails: 8 },
  });
  const after = await db().select().from(meetings).where(eq(meetings.eventId, event.id));
  const told = before.map(({ id }) => {
    const row = after.find((one) => one.id === id);
    return [row?.status, row?.calendarSequence];
  });
  expect(told.map(String).sort()).toEqual(["accepted,1", "accepted,1", "cancelled,1"]);
  expect(after).toHaveLength(4);
  const kinds = await kindsTold();
  expect(kinds.filter((kind) => kind === "meeting.moved")).toHaveLength(2);
  expect(kinds.filter((kind) => kind === "meeting.cancelled")).toHaveLength(1);
  const closed = await db().select().from(rounds);
  expect(closed.filter(({ cancelledAt }) => cancelledAt !== null)).toHaveLength(3);
  expect(await db().$count(planVersions, eq(planVersions.eventId, event.id))).toBe(2);
});

it("publish-plan refuses what was not seen, and what can't be any more, and then nothing has changed", async () => {
  const world = await aPlanEvent(4);
  const { event, office, takers } = world;
  const [anna, ben, cem, dora] = takers.map(({ person }) => person);
  if (!anna || !ben || !cem || !dora) throw new Error("nobody there");
  const send = async (seen: number, actor = office) =>
    publishPlan({ actor, input: { eventId: event.id, seen } });
  expect(outcomeOf(await send(1))).toBe("no_draft");
  const version = await aDraft(world, [
    [0, 1, 0],
    [2, 3, 1],
  ]);
  expect(outcomeOf(await send(version, personActor(anna)))).toBe("missing");
  expect(outcomeOf(await send(version + 1))).toBe("changed_meanwhile");
  const inTheWay = async (count: number) =>
    expect(await send(version)).toMatchObject({
      ok: false,
      failure: { reason: "in_the_way", details: { count } },
    });
  await db().insert(personBlocks).values({ personId: anna.id, blockedId: ben.id });
  await inTheWay(1);
  await db().delete(personBlocks);
  const span = { startsAt: slotAt(event, 1), endsAt: slotAt(event, 2) };
  await db()
    .insert(availabilityMarks)
    .values({ eventId: event.id, personId: dora.id, ...span, mark: "blocked" });
  await inTheWay(1);
  const personIds: [string, string] = [anna.id, cem.id];
  await bookMeeting({
    actor: office,
    input: { eventId: event.id, personIds, startsAt: slotAt(event, 0).toISOString() },
  });
  await inTheWay(2);
  expect(await db().$count(meetings, eq(meetings.eventId, event.id))).toBe(1);
  await db().update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
  expect(outcomeOf(await send(version))).toBe("no_talks");
});

it("publish-plan brings back nothing that somebody called off, and touches nothing that they agreed on", async () => {
  const world = await aPlanEvent(4);
  const { event, office, takers } = world;
  await aPublishedPlan(world, [
    [0, 1, 0],
    [2, 3, 0],
  ]);
  const talks = (await matrixOf(world)).talks;
  const talkWith = (at: number) =>
    talks.find(({ people }) => people.includes(takers[at]?.person.id ?? ""))?.id ?? "";
  await lockTalk({ actor: office, input: { eventId: event.id, talkId: talkWith(2), locked: true } });
  await aDraft(world, [
    [0, 1, 1],
    [2, 3, 0],
  ]);
  const meetingId = talkWith(0);
  const anna = takers[0]?.person;
  if (!anna) throw new Error("nobody there");
  await cancelMeeting({ actor: personActor(anna), input: { meetingId } });
  expect(await publish(world)).toMatchObject({
    ok: true,
    value: { added: 0, moved: 0, removed: 0, mails: 0 },
  });
  const [row] = await db()
    .select()
    .from(meetings)
    .where(eq(meetings.id, meetingId as `mtg_${string}`));
  expect(row).toMatchObject({ status: "cancelled", calendarSequence: 1 });
});

/** Two planned talks of four people in the first slot, and the first of them on the matrix. */
async function twoTalks() {
  const world = await aPlanEvent(5);
  await aPublishedPlan(world, [
    [0, 1, 0],
    [2, 3, 0],
  ]);
  const [anna, ben, , , eva] = world.takers;
  if (!anna || !ben || !eva) throw new Error("nobody there");
  const talks = await db()
    .select({ meetingId: meetingPeople.meetingId, personId: meetingPeople.personId })
    .from(meetingPeople);
  const idOfTalk = (personId: string) =>
    talks.find((one) => one.personId === personId)?.meetingId ?? ("mtg_none" as const);
  const [meetingId, other] = [idOfTalk(anna.person.id), idOfTalk(world.takers[2]?.person.id ?? "")];
  const row = async () => (await db().select().from(meetings).where(eq(meetings.id, meetingId)))[0];
  return { world, anna, ben, eva, meetingId, other, row };
}

it("publish-plan leaves a talk alone into which its people invited another, whatever the draft makes of the two", async () => {
  const { world, anna, ben, eva, meetingId, row } = await twoTalks();
  const before = await aDraft(world, [
    [0, 1, 2],
    [2, 3, 0],
  ]);
  await aGuest({ anna, ben, meetingId }, eva);
  const nothing = { added: 0, moved: 0, removed: 0, mails: 0 };
  expect((await matrixOf(world)).draft).toMatchObject({ version: before, changed: 0 });
  expect(await publish(world)).toMatchObject({ ok: true, value: nothing });
  await aDraft(world, [[2, 3, 0]]);
  expect(await publish(world)).toMatchObject({ ok: true, value: nothing });
  expect(await row()).toMatchObject({ status: "accepted", startsAt: slotAt(world.event, 0) });
  const talk = (await matrixOf(world)).talks.find(({ id }) => id === meetingId);
  expect(talk).toMatchObject({ state: "booked", slot: 0 });
  expect(talk?.people).toHaveLength(3);
});

it("publish-plan moves no talk back to which somebody gave another time since the draft was begun", async () => {
  const { world, anna, meetingId, other, row } = await twoTalks();
  const { event, office } = world;
  await moveTalk({ actor: office, input: { eventId: event.id, talkId: other, slot: 1 } });
  const startsAt = slotAt(event, 3);
  const moved = { meetingId, startsAt: startsAt.toISOString() };
  const actor = personActor(anna.person);
  expect(outcomeOf(await rescheduleMeeting({ actor, input: moved }))).toBe("ok");
  expect((await matrixOf(world)).talks.find(({ id }) => id === meetingId)).toMatchObject({ slot: 3 });
  expect(await publish(world)).toMatchObject({ ok: true, value: { added: 0, moved: 1, removed: 0 } });
  expect(await row()).toMatchObject({ status: "accepted", startsAt, calendarSequence: 1 });
});
