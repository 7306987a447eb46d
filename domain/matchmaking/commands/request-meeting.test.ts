import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { meetingRequestSlots, meetingRequests } from "@/db/schema/matchmaking";
import { claimActor, guest, personActor, seatActor } from "@/db/testing/actors";
import { aClaim, anEvent, aPerson } from "@/db/testing/makers";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "./answer-request";
import { requestMeeting } from "./request-meeting";
import { withdrawRequest } from "./withdraw-request";

type Taker = Awaited<ReturnType<typeof aTaker>>;
type Event = Awaited<ReturnType<typeof aTalkEvent>>;

const ask = (event: Event, from: Taker, to: Taker, slots = [0, 1]) =>
  requestMeeting({
    actor: personActor(from.person),
    input: {
      eventId: event.id,
      toPersonId: to.person.id,
      slots: slots.map((index) => slotAt(event, index).toISOString()),
      note: "Kurz zu Sensoren?",
    },
  });
const reasonOf = async (result: ReturnType<typeof ask>) => {
  const answer = await result;
  return answer.ok ? "ok" : answer.failure.reason;
};

describe("request-meeting", () => {
  it("stores the request with its tentative slots and tells of it", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const result = await ask(event, anna, ben);
    if (!result.ok) throw new Error(result.failure.reason);
    const { requestId } = result.value;
    const [row] = await db().select().from(meetingRequests).where(eq(meetingRequests.id, requestId));
    expect(row).toMatchObject({
      fromPersonId: anna.person.id,
      toPersonId: ben.person.id,
      status: "requested",
    });
    const slots = await db()
      .select()
      .from(meetingRequestSlots)
      .where(eq(meetingRequestSlots.requestId, requestId));
    expect(slots).toHaveLength(2);
    const facts = await db().select().from(outbox).where(eq(outbox.kind, "meeting.requested"));
    expect(facts.map((fact) => fact.payload)).toContainEqual({ requestId, eventId: event.id });
  });

  it("lets the holder of the mailed link ask for its registration's person", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const input = { eventId: event.id, toPersonId: ben.person.id, slots: [slotAt(event, 0).toISOString()] };
    expect((await requestMeeting({ actor: seatActor(anna.registration), input })).ok).toBe(true);
  });

  it("a stranger, and a browser that merely typed the address, find nothing", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const input = { eventId: event.id, toPersonId: ben.person.id, slots: [slotAt(event, 0).toISOString()] };
    const claim = claimActor(anna.registration, await aClaim(anna.registration));
    for (const actor of [guest, claim, personActor(await aPerson())]) {
      expect(await requestMeeting({ actor, input })).toMatchObject({ failure: { reason: "missing" } });
    }
  });

  it("refuses with a reason whatever cannot be", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const outside = await aTaker(await aTalkEvent());
    const hidden = await aTaker(event, { talksOptIn: false });
    const unproven = await aTaker(event, { provenAt: null });
    const waiting = await aTaker(event, { status: "waiting" });
    expect(await reasonOf(ask(event, anna, anna))).toBe("with_oneself");
    expect(await reasonOf(ask(event, hidden, ben))).toBe("not_opted_in");
    for (const partner of [outside, hidden, unproven, waiting]) {
      expect(await reasonOf(ask(event, anna, partner))).toBe("partner_unavailable");
    }
    expect(await reasonOf(ask(event, anna, ben, [9]))).toBe("outside_window");
    const ended = await aTalkEvent({ status: "cancelled" });
    expect(await reasonOf(ask(ended, await aTaker(ended), await aTaker(ended)))).toBe("no_talks");
    const plain = await anEvent();
    expect(await reasonOf(ask(plain, await aTaker(plain), await aTaker(plain)))).toBe("no_talks");
  });

  it("refuses the past, with the event half over", async () => {
    const startsAt = new Date(Math.floor(Date.now() / 1000) * 1000 - 30 * 60_000);
    const event = await aTalkEvent({ startsAt, status: "live" });
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    expect(await reasonOf(ask(event, anna, ben, [0]))).toBe("slot_past");
    expect(await reasonOf(ask(event, anna, ben, [2]))).toBe("ok");
  });

  it("asks nobody twice, in neither direction, and not who has a talk with us", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const first = await ask(event, anna, ben);
    if (!first.ok) throw new Error(first.failure.reason);
    expect(await reasonOf(ask(event, anna, ben))).toBe("already_asked");
    expect(await reasonOf(ask(event, ben, anna))).toBe("already_asked");
    const answer = slotAt(event, 0).toISOString();
    const input = { requestId: first.value.requestId, answer };
    expect((await answerRequest({ actor: personActor(ben.person), input })).ok).toBe(true);
    expect(await reasonOf(ask(event, anna, ben, [1]))).toBe("already_meeting");
  });

  it("names the next free slots when the wanted one is taken", async () => {
    const event = await aTalkEvent();
    const [anna, ben, cem] = [await aTaker(event), await aTaker(event), await aTaker(event)];
    const request = await aTalkRequest(event, { from: cem.person, to: ben.person, slots: [0] });
    const input = { requestId: request.id, answer: slotAt(event, 0).toISOString() };
    expect((await answerRequest({ actor: personActor(ben.person), input })).ok).toBe(true);
    expect(await ask(event, anna, ben, [0])).toMatchObject({
      failure: {
        kind: "conflict",
        reason: "slot_taken",
        details: { free: [1, 2, 3].map((index) => slotAt(event, index).toISOString()) },
      },
    });
  });

  it("asking and taking back without end writes no mails without end", async () => {
    const event = await aTalkEvent();
    const anna = await aTaker(event);
    const others = await Promise.all(Array.from({ length: 6 }, () => aTaker(event)));
    const said: string[] = [];
    for (const other of [others[0], ...others]) {
      if (!other) continue;
      const asked = await ask(event, anna, other);
      said.push(asked.ok ? "ok" : asked.failure.reason);
      if (!asked.ok) continue;
      const input = { requestId: asked.value.requestId };
      expect((await withdrawRequest({ actor: personActor(anna.person), input })).ok).toBe(true);
    }
    expect(said).toEqual(["ok", "asked_lately", "ok", "ok", "ok", "ok", "too_many_open"]);
    const asked = eq(meetingRequests.fromPersonId, anna.person.id);
    expect(await db().$count(meetingRequests, asked), "each of them is one mail").toBe(5);
    const longAgo = new Date(Date.now() - 61 * 60_000);
    await db().update(meetingRequests).set({ createdAt: longAgo });
    expect(await reasonOf(ask(event, anna, others[0] ?? anna))).toBe("ok");
  });

  it("asks the same person three times in a day, whatever becomes of it, and says so", async () => {
    const event = await aTalkEvent();
    const [anna, ben, cem] = [await aTaker(event), await aTaker(event), await aTaker(event)];
    const mine = eq(meetingRequests.fromPersonId, anna.person.id);
    /** As if what Anna has asked so far had been so many hours ago. */
    const hoursAgo = (hours: number) =>
      db()
        .update(meetingRequests)
        .set({ createdAt: new Date(Date.now() - hours * 3_600_000) })
        .where(mine);
    for (const answer of ["withdraw", "decline", "withdraw"]) {
      const asked = await ask(event, anna, ben);
      if (!asked.ok) throw new Error(asked.failure.reason);
      const input = { requestId: asked.value.requestId };
      const ended =
        answer === "withdraw"
          ? await withdrawRequest({ actor: personActor(anna.person), input })
          : await answerRequest({ actor: personActor(ben.person), input: { ...input, answer } });
      expect(ended.ok).toBe(true);
      await hoursAgo(2);
    }
    expect(await reasonOf(ask(event, anna, ben))).toBe("asked_enough");
    expect(await db().$count(meetingRequests, mine)).toBe(3);
    // Somebody else, and the other way round, are other wishes.
    expect(await reasonOf(ask(event, anna, cem))).toBe("ok");
    expect(await reasonOf(ask(event, ben, anna))).toBe("ok");
    await db().update(meetingRequests).set({ status: "declined" });
    await hoursAgo(25);
    expect(await reasonOf(ask(event, anna, ben))).toBe("ok");
  });

  it("an expired request makes room for a new one to the same person", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const old = await aTalkRequest(event, { from: anna.person, to: ben.person });
    await db()
      .update(meetingRequests)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where(eq(meetingRequests.id, old.id));
    expect(await reasonOf(ask(event, anna, ben))).toBe("ok");
  });
});
