import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { personActor, seatActor } from "@/db/testing/actors";
import { aDraft, aPlanEvent, aPublishedPlan, matrixOf, outcomeOf, publish } from "@/db/testing/plans";
import { slotAt } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { lockTalk } from "../commands/lock-talk";
import { moveTalk } from "../commands/move-talk";
import { rescheduleMeeting } from "../commands/reschedule-meeting";
import { undoPlanChange } from "../commands/undo-plan-change";
import { planBasis } from "../queries/plan-basis";
import { problemOf } from "./plan-problem";

const OPTIONS = { scope: "all", min: 1, max: 8, restAfter: 0, keepLocked: true, seconds: 1 } as const;

/** A published talk of Anna and Ben in the first slot, and one of Cem and Dora beside it. */
async function twoTalks() {
  const world = await aPlanEvent(4);
  await aPublishedPlan(world, [
    [0, 1, 0],
    [2, 3, 0],
  ]);
  const [anna, , cem] = world.takers;
  if (!anna || !cem) throw new Error("nobody there");
  const talkOf = async (personId: Id<"person">) => {
    const [seat] = await db().select().from(meetingPeople).where(eq(meetingPeople.personId, personId));
    if (!seat) throw new Error("no talk");
    return seat.meetingId;
  };
  const meetingId = await talkOf(anna.person.id);
  const to = async (actor: Actor, slot: number) => {
    const input = { meetingId, startsAt: slotAt(world.event, slot).toISOString() };
    expect(outcomeOf(await rescheduleMeeting({ actor, input }))).toBe("ok");
  };
  const onBoard = async () =>
    (await matrixOf(world)).talks.find(({ people }) => people.includes(anna.person.id));
  const row = async () => (await db().select().from(meetings).where(eq(meetings.id, meetingId)))[0];
  return { world, anna, meetingId, other: await talkOf(cem.person.id), to, onBoard, row };
}

/** What the next search is told of the talk: whether it may move it, and where it stands. */
async function asked({ world, anna }: Awaited<ReturnType<typeof twoTalks>>) {
  const basis = await planBasis(db(), world.event.id, new Date());
  if (!basis) throw new Error("no basis");
  const { problem, pairs } = problemOf(basis, { ...OPTIONS }, []);
  const at = pairs.findIndex(({ one, other }) => [one, other].includes(anna.person.id));
  const { locked, published } = problem.wishes[at] ?? {};
  return { locked, published, isBooked: pairs[at]?.isBooked };
}

describe("a published talk that an organizer moves", () => {
  it("is of the plan as before: the next search may move it, with a change that it avoids", async () => {
    const talks = await twoTalks();
    await talks.to(talks.world.office, 2);
    expect(await asked(talks)).toEqual({ locked: undefined, published: 2, isBooked: false });
    expect(await talks.onBoard()).toMatchObject({ state: "published", slot: 2, locked: false });
  });

  it("is its people's own once one of them moved it, signed in or by their link, and no plan moves it", async () => {
    for (const as of ["person", "link"] as const) {
      const talks = await twoTalks();
      const { person, registration } = talks.anna;
      await talks.to(as === "link" ? seatActor(registration) : personActor(person), 2);
      expect(await asked(talks)).toEqual({ locked: 2, published: 2, isBooked: true });
      expect(await talks.onBoard()).toMatchObject({ state: "booked", slot: 2 });
      await aDraft(talks.world, [[2, 3, 0]]);
      expect(await publish(talks.world)).toMatchObject({ value: { moved: 0, removed: 0 } });
    }
  });

  it("takes the draft along that left it where it was, and keeps what the draft wanted otherwise", async () => {
    const talks = await twoTalks();
    const { world, other } = talks;
    const { event, office } = world;
    await moveTalk({ actor: office, input: { eventId: event.id, talkId: other, slot: 1 } });
    await talks.to(office, 2);
    expect(await talks.onBoard()).toMatchObject({ state: "published", slot: 2 });
    expect(await publish(world)).toMatchObject({ value: { added: 0, moved: 1, removed: 0 } });
    expect(await talks.row()).toMatchObject({ startsAt: slotAt(event, 2), calendarSequence: 1 });

    await aDraft(world, [
      [0, 1, 3],
      [2, 3, 1],
    ]);
    await talks.to(office, 0);
    expect(await talks.onBoard()).toMatchObject({ slot: 3 });
    expect(await publish(world)).toMatchObject({ value: { moved: 1 } });
    expect(await talks.row()).toMatchObject({ startsAt: slotAt(event, 3), calendarSequence: 3 });
  });

  it("can be dragged back in the draft, and held there, and undone to where it stands", async () => {
    const talks = await twoTalks();
    const { world, meetingId, other } = talks;
    const { event, office } = world;
    const eventId = event.id;
    await moveTalk({ actor: office, input: { eventId, talkId: other, slot: 1 } });
    await talks.to(office, 2);
    await lockTalk({ actor: office, input: { eventId, talkId: meetingId, locked: true } });
    expect(await talks.onBoard()).toMatchObject({ state: "published", slot: 2, locked: true });
    await undoPlanChange({ actor: office, input: { eventId } });
    expect(await talks.onBoard()).toMatchObject({ state: "published", slot: 2, locked: false });
    await moveTalk({ actor: office, input: { eventId, talkId: meetingId, slot: 0 } });
    expect(await talks.onBoard()).toMatchObject({ state: "draft", slot: 0 });
    expect(await publish(world)).toMatchObject({ value: { moved: 2 } });
    expect(await talks.row()).toMatchObject({ startsAt: slotAt(event, 0), calendarSequence: 2 });
  });

  it("stays where it stands when a change of the draft is undone that is older than the move", async () => {
    const talks = await twoTalks();
    const { world, meetingId, other } = talks;
    const { event, office } = world;
    const eventId = event.id;
    await moveTalk({ actor: office, input: { eventId, talkId: other, slot: 1 } });
    await lockTalk({ actor: office, input: { eventId, talkId: meetingId, locked: true } });
    await talks.to(office, 2);
    // From here on the draft has its new time for its own.
    await moveTalk({ actor: office, input: { eventId, talkId: other, slot: 3 } });
    for (const locked of [true, false]) {
      expect(outcomeOf(await undoPlanChange({ actor: office, input: { eventId } }))).toBe("ok");
      expect(await talks.onBoard()).toMatchObject({ state: "published", slot: 2, locked });
    }
  });

  it("does not use up how often its people may move it themselves", async () => {
    const talks = await twoTalks();
    for (const slot of [1, 2, 3]) await talks.to(talks.world.office, slot);
    await talks.to(personActor(talks.anna.person), 0);
  });
});
