import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetings, talkWindows } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { guest, organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, anEvent, aPerson } from "@/db/testing/makers";
import { aDraft, aPlanEvent, matrixOf, outcomeOf, type PlanEvent } from "@/db/testing/plans";
import { agreeOn } from "@/db/testing/talk-rooms";
import { aTalkRequest, slotAt } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import { localOf } from "@/domain/programme/rules";
import { changeTalkHours } from "./change-talk-hours";
import { planTalkHours } from "./plan-talk-hours";

/** A form says whole minutes. */
const tomorrow = () => ({ startsAt: new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 86_400_000) });

type Cut = { from?: number; to?: number; slotMinutes?: number; pauseMinutes?: number };
/** From one slot of twenty minutes to another, as an organizer types it. */
const inputOf = ({ event }: Pick<PlanEvent, "event">, { from = 0, to = 4, ...cut }: Cut) => {
  const startsLocal = localOf(slotAt(event, from), event.timeZone);
  const times = { startsLocal, durationMinutes: (to - from) * 20 };
  return { eventId: event.id, ...times, slotMinutes: 20, pauseMinutes: 0, ...cut };
};
const change = (world: PlanEvent, cut: Cut, more: { actor?: Actor; now?: Date } = {}) =>
  changeTalkHours({ actor: world.office, input: inputOf(world, cut), ...more });

const windowOf = async ({ event }: Pick<PlanEvent, "event">) =>
  (await db().select().from(talkWindows).where(eq(talkWindows.eventId, event.id)))[0];

const pairOf = ({ event, takers: [anna, ben] }: PlanEvent) => {
  if (!anna || !ben) throw new Error("nobody there");
  return { event, anna, ben };
};

describe("change-talk-hours", () => {
  it("gives other hours and lengths, which the plan shows and which move along with the event", async () => {
    const world = await aPlanEvent(2, tomorrow());
    const { event } = world;
    const cut = { from: 1, to: 4, slotMinutes: 25, pauseMinutes: 5 };
    expect(await change(world, cut)).toMatchObject({ ok: true, value: { slots: 2 } });
    expect(await windowOf(world)).toMatchObject({
      ...{ startsAt: slotAt(event, 1), endsAt: slotAt(event, 4), measuredFrom: event.startsAt },
      ...{ slotMinutes: 25, pauseMinutes: 5 },
    });
    expect((await matrixOf(world)).slots.map(({ startsAt }) => startsAt)).toEqual(
      [20, 50].map((minutes) => new Date(event.startsAt.getTime() + minutes * 60_000).toISOString()),
    );
    const day = (at: Date) => new Date(at.getTime() + 86_400_000);
    const moved = { startsAt: day(event.startsAt), endsAt: day(event.endsAt) };
    await db().update(events).set(moved).where(eq(events.id, event.id));
    await planTalkHours({ actor: { type: "system", job: "talk-hours" }, input: { eventId: event.id } });
    expect(await windowOf(world)).toMatchObject({ startsAt: day(slotAt(event, 1)), slotMinutes: 25 });
  });

  it("takes no time that somebody has a talk, a request or a draft at, and says how many", async () => {
    const world = await aPlanEvent(6, tomorrow());
    const { event, takers } = world;
    const [, , cem, dora] = takers;
    if (!cem || !dora) throw new Error("nobody there");
    await aDraft(world, [
      [4, 5, 3],
      [0, 4, 1],
    ]);
    await agreeOn(pairOf(world), 3);
    await aTalkRequest(event, { from: cem.person, to: dora.person, slots: [2, 3] });
    await aTalkRequest(event, { from: dora.person, to: cem.person, slots: [0] });
    const taken = (talks: number, requests: number, drafted: number) => ({
      ok: false,
      failure: { kind: "conflict", reason: "hours_taken", details: { talks, requests, drafted } },
    });
    expect(await change(world, { to: 3 })).toMatchObject(taken(1, 1, 1));
    expect(await change(world, { from: 1 })).toMatchObject(taken(0, 1, 0));
    expect(await change(world, { slotMinutes: 15 })).toMatchObject(taken(1, 2, 2));
    expect(await windowOf(world)).toMatchObject({ startsAt: event.startsAt, slotMinutes: 20 });
  });

  it("grows around whatever stands, also a talk that lasted longer than its time, and on the day itself", async () => {
    const world = await aPlanEvent(2, tomorrow());
    const { event } = world;
    expect(outcomeOf(await change(world, { from: 1, to: 3 }))).toBe("ok");
    const meetingId = await agreeOn(pairOf(world), 2);
    const longer = new Date(slotAt(event, 3).getTime() + 10 * 60_000);
    await db().update(meetings).set({ endsAt: longer }).where(eq(meetings.id, meetingId));
    expect(outcomeOf(await change(world, { from: 0, to: 4 }))).toBe("ok");
    expect(outcomeOf(await change(world, { from: 0, to: 2 }))).toBe("hours_taken");
    const later = new Date(slotAt(event, 3).getTime() + 15 * 60_000);
    expect(outcomeOf(await change(world, { from: 0, to: 2 }, { now: later })), "it is over").toBe("ok");
  });

  it("leaves exactly where it was what is not typed anew, also in the hour that comes twice", async () => {
    const startsAt = new Date("2027-10-31T01:30:00Z");
    const world = await aPlanEvent(0, { startsAt });
    expect(inputOf(world, {}).startsLocal).toBe("2027-10-31T02:30");
    expect(outcomeOf(await change(world, { slotMinutes: 15 }))).toBe("ok");
    expect(await windowOf(world)).toMatchObject({ startsAt, slotMinutes: 15 });
  });

  it("refuses what is outside of the event, holds no talk, or comes too late", async () => {
    const world = await aPlanEvent(0, tomorrow());
    const { event } = world;
    const fieldsOf = async (cut: Cut) => {
      const result = await change(world, cut);
      return result.ok ? "ok" : result.failure.fields;
    };
    expect(await fieldsOf({ from: -1 })).toEqual({ startsLocal: ["before_the_start"] });
    expect(await fieldsOf({ to: 5 })).toEqual({ durationMinutes: ["after_the_end"] });
    expect(await fieldsOf({ from: 3, to: 3.5 })).toEqual({ durationMinutes: ["too_short_for_a_talk"] });
    expect(await fieldsOf({ from: 3, to: 3 })).toEqual({ durationMinutes: ["too_short"] });
    expect(await fieldsOf({ slotMinutes: 4 })).toEqual({ slotMinutes: ["minutes_to_talk"] });
    expect(await fieldsOf({ pauseMinutes: 241 })).toEqual({ pauseMinutes: ["minutes_between"] });
    const skipped = { ...inputOf(world, {}), startsLocal: "2027-03-28T02:30" };
    expect(await changeTalkHours({ actor: world.office, input: skipped })).toMatchObject({
      failure: { fields: { startsLocal: ["time_does_not_exist"] } },
    });
    expect(outcomeOf(await change(world, { to: 3 }, { now: event.endsAt }))).toBe("event_over");
    const becomes = (status: "live" | "ended" | "cancelled") =>
      db().update(events).set({ status }).where(eq(events.id, event.id));
    await becomes("live");
    expect(outcomeOf(await change(world, { to: 3 }, { now: event.endsAt })), "it runs over").toBe("ok");
    await becomes("ended");
    expect(outcomeOf(await change(world, { to: 3 }))).toBe("event_over");
    await becomes("cancelled");
    expect(outcomeOf(await change(world, { to: 3 }))).toBe("event_cancelled");
  });

  it("makes no hours where an event has none, and is the organizers' alone", async () => {
    const world = await aPlanEvent(0, tomorrow());
    const strangers = [
      guest,
      personActor(await aPerson()),
      organizerActor(await aPerson(), await aNetwork()),
    ];
    for (const actor of strangers)
      expect(outcomeOf(await change(world, { to: 3 }, { actor }))).toBe("missing");
    const event = await anEvent({ networkId: world.event.networkId, ...tomorrow() });
    expect(outcomeOf(await change({ ...world, event }, {}))).toBe("no_talk_hours");
    expect(await windowOf({ event })).toBeUndefined();
  });
});
