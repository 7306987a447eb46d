import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { meetingPeople, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { registrations } from "@/db/schema/registration";
import { assignments, rounds } from "@/db/schema/rooms";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { talksAtOnce } from "@/db/testing/talks-at-once";
import type { Id } from "@/lib/ids";
import { answerRequest } from "./answer-request";

type Taker = Awaited<ReturnType<typeof aTaker>>;
type Event = Awaited<ReturnType<typeof aTalkEvent>>;

const accept = (event: Event, to: Taker, { request, slot = 0 }: { request: Id<"request">; slot?: number }) =>
  answerRequest({
    actor: personActor(to.person),
    input: { requestId: request, answer: slotAt(event, slot).toISOString() },
  });
const decline = (to: Taker, requestId: Id<"request">) =>
  answerRequest({ actor: personActor(to.person), input: { requestId, answer: "decline" } });
const statusOf = async (requestId: Id<"request">) =>
  (await db().select().from(meetingRequests).where(eq(meetingRequests.id, requestId)))[0]?.status;

async function twoWith(slots = [0, 1]) {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person, slots });
  return { event, anna, ben, request: request.id };
}

describe("answer-request", () => {
  it("accepting books the slot, gives the talk its room and tells of it", async () => {
    const { event, anna, ben, request } = await twoWith();
    const result = await accept(event, ben, { request, slot: 1 });
    if (!result.ok || !result.value.meetingId) throw new Error("not accepted");
    const { meetingId } = result.value;
    const [meeting] = await db().select().from(meetings).where(eq(meetings.id, meetingId));
    expect(meeting).toMatchObject({
      startsAt: slotAt(event, 1),
      endsAt: slotAt(event, 2),
      status: "accepted",
    });
    const people = await db().select().from(meetingPeople).where(eq(meetingPeople.meetingId, meetingId));
    expect(people.map(({ personId }) => personId).sort()).toEqual([anna.person.id, ben.person.id].sort());
    const [round] = await db()
      .select()
      .from(rounds)
      .where(eq(rounds.id, meeting?.roundId ?? "rnd_none"));
    expect(round).toMatchObject({ kind: "talk", startsAt: slotAt(event, 1) });
    const seats = await db()
      .select()
      .from(assignments)
      .where(eq(assignments.roundId, round?.id ?? "rnd_none"));
    expect(seats).toHaveLength(2);
    const facts = await db().select().from(outbox).where(eq(outbox.kind, "meeting.accepted"));
    expect(facts.map((fact) => fact.payload)).toContainEqual({ meetingId, eventId: event.id });
  });

  it("„nein danke“ needs no reason and books nothing", async () => {
    const { ben, request } = await twoWith();
    expect(await decline(ben, request)).toEqual({ ok: true, value: { meetingId: null } });
    expect(await statusOf(request)).toBe("declined");
  });

  it("only the asked person answers: not the asker, not a third, not a stranger", async () => {
    const { event, anna, request } = await twoWith();
    const cem = await aTaker(event);
    for (const actor of [
      guest,
      personActor(anna.person),
      personActor(cem.person),
      seatActor(cem.registration),
    ]) {
      expect(await answerRequest({ actor, input: { requestId: request, answer: "decline" } })).toMatchObject({
        failure: { kind: "not_found", reason: "missing" },
      });
    }
    expect(await statusOf(request)).toBe("requested");
  });

  it("the holder of the mailed link answers for its registration's person", async () => {
    const { ben, request } = await twoWith();
    const input = { requestId: request, answer: "decline" };
    expect((await answerRequest({ actor: seatActor(ben.registration), input })).ok).toBe(true);
  });

  it("accepting twice is once, and an answer cannot be changed", async () => {
    const { event, ben, request } = await twoWith();
    expect((await accept(event, ben, { request })).ok).toBe(true);
    expect(await accept(event, ben, { request })).toMatchObject({ failure: { reason: "not_open" } });
    expect(await decline(ben, request)).toMatchObject({ failure: { reason: "not_open" } });
    expect(await db().select().from(meetings).where(eq(meetings.eventId, event.id))).toHaveLength(1);
  });

  it("refuses with a reason what cannot be accepted", async () => {
    const { event, anna, ben, request } = await twoWith();
    expect(await accept(event, ben, { request, slot: 3 })).toMatchObject({
      failure: { reason: "slot_not_offered" },
    });
    const late = { requestId: request, answer: slotAt(event, 0).toISOString() };
    const actor = personActor(ben.person);
    expect(await answerRequest({ actor, input: late, now: event.startsAt })).toMatchObject({
      failure: { reason: "expired" },
    });
    const longer = { expiresAt: event.endsAt };
    await db().update(meetingRequests).set(longer).where(eq(meetingRequests.id, request));
    expect(await answerRequest({ actor, input: late, now: event.startsAt })).toMatchObject({
      failure: { reason: "slot_past" },
    });
    const gone = { status: "cancelled" as const };
    await db().update(registrations).set(gone).where(eq(registrations.id, anna.registration.id));
    expect(await accept(event, ben, { request })).toMatchObject({
      failure: { reason: "partner_unavailable" },
    });
    const off = await twoWith();
    await db().execute(sql`update events set status = 'cancelled' where id = ${off.event.id}`);
    expect(await accept(off.event, off.ben, { request: off.request })).toMatchObject({
      failure: { reason: "no_talks" },
    });
  });

  it("ends what the two asked each other besides", async () => {
    const { event, anna, ben, request } = await twoWith();
    const back = await aTalkRequest(event, { from: ben.person, to: anna.person, slots: [2] });
    expect((await accept(event, ben, { request })).ok).toBe(true);
    expect(await statusOf(back.id)).toBe("cancelled");
  });

  it("leaves no half of a talk behind when the slot is taken, and names the next free ones", async () => {
    const { event, ben, request } = await twoWith([0, 1]);
    const cem = await aTaker(event);
    const other = await aTalkRequest(event, { from: cem.person, to: ben.person, slots: [0] });
    expect((await accept(event, ben, { request: other.id })).ok).toBe(true);
    expect(await accept(event, ben, { request })).toMatchObject({
      failure: {
        kind: "conflict",
        reason: "slot_taken",
        details: { free: [1, 2, 3].map((index) => slotAt(event, index).toISOString()) },
      },
    });
    expect(await statusOf(request)).toBe("requested");
    expect(await db().select().from(meetings).where(eq(meetings.eventId, event.id))).toHaveLength(1);
    expect((await accept(event, ben, { request, slot: 1 })).ok).toBe(true);
  });

  it("a slot of another event that overlaps counts as taken", async () => {
    const one = await aTalkEvent();
    const two = await aTalkEvent({ startsAt: new Date(one.startsAt.getTime() + 10 * 60_000) });
    const [anna, cem] = [await aTaker(one), await aTaker(one)];
    const ben = await aTaker(one);
    await aTaker(two, { personId: anna.person.id, email: anna.person.email });
    await aTaker(two, { personId: ben.person.id, email: ben.person.email });
    const first = await aTalkRequest(one, { from: cem.person, to: ben.person, slots: [0] });
    const second = await aTalkRequest(two, { from: anna.person, to: ben.person, slots: [0] });
    expect((await accept(one, ben, { request: first.id })).ok).toBe(true);
    expect(await accept(two, ben, { request: second.id })).toMatchObject({
      failure: { reason: "slot_taken" },
    });
  });
});

/**
 * One round of the race: three people, requests in all directions for the same slots, and at another event whose slots
 * lie across them; all answered at once.
 */
async function crossingRound() {
  const event = await aTalkEvent();
  const across = await aTalkEvent({ startsAt: new Date(event.startsAt.getTime() + 10 * 60_000) });
  const [anna, ben, cem] = [await aTaker(event), await aTaker(event), await aTaker(event)];
  for (const { person } of [anna, cem]) await aTaker(across, { personId: person.id, email: person.email });
  const wishes = [
    { event, from: anna, to: ben },
    { event, from: ben, to: anna },
    { event, from: cem, to: ben },
    { event, from: anna, to: cem },
    { event: across, from: cem, to: anna },
  ].map((wish) => ({ ...wish, slot: Math.random() < 0.7 ? 0 : 1 }));
  const answers = await Promise.all(
    wishes.map(async ({ event, from, to, slot }) => {
      const request = await aTalkRequest(event, { from: from.person, to: to.person, slots: [0, 1] });
      return { event, to, request: request.id, slot };
    }),
  );
  const results = await Promise.all(
    answers
      .sort(() => Math.random() - 0.5)
      .map(({ event, to, request, slot }) => accept(event, to, { request, slot })),
  );
  return results.map((result) => (result.ok ? "ok" : result.failure.reason));
}

const ROUNDS = process.env.TEST_LONG === "1" ? 500 : 20;

describe("nobody is in two talks at once, however many accept at the same moment (I4, R24)", () => {
  it(`in ${ROUNDS} random rounds of three people who book each other crosswise`, {
    timeout: 600_000,
  }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const reasons = await crossingRound();
      expect(reasons).toContain("ok");
      expect(["ok", "slot_taken", "not_open"]).toEqual(expect.arrayContaining([...new Set(reasons)]));
    }
    expect(await talksAtOnce()).toBe(0);
  });

  it("the database itself refuses an overlap, by whatever way it comes", async () => {
    const { event, anna, ben, request } = await twoWith();
    expect((await accept(event, ben, { request })).ok).toBe(true);
    const [other] = await db()
      .insert(meetings)
      .values({ eventId: event.id, startsAt: slotAt(event, 0), endsAt: slotAt(event, 1) })
      .returning();
    const insert = db().execute(sql`
      insert into meeting_people (meeting_id, person_id, during, status) values (${other?.id}, ${anna.person.id},
        tstzrange(${event.startsAt.toISOString()}, ${slotAt(event, 1).toISOString()}), 'accepted')`);
    await expect(insert).rejects.toMatchObject({ cause: { code: "23P01" } });
  });

  it("without the exclusion constraint the same rounds break it: the guard is what holds", async () => {
    await db().execute(sql`alter table meeting_people drop constraint meeting_people_nobody_twice`);
    for (let round = 0; round < 5; round++) await crossingRound();
    expect(await talksAtOnce()).toBeGreaterThan(0);
  });
});
