import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { guest, system } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { planTalkHours } from "./plan-talk-hours";

const hoursOf = async (eventId: `evt_${string}`) =>
  (await db().select().from(talkWindows).where(eq(talkWindows.eventId, eventId)))[0];

describe("planTalkHours", () => {
  it("gives a matchmaking event its hours, and lets them follow when it moves", async () => {
    const event = await anEvent({ kind: "matchmaking" });
    const plan = () => planTalkHours({ actor: system, input: { eventId: event.id } });
    expect(await plan()).toMatchObject({ ok: true, value: { planned: true } });
    expect(await hoursOf(event.id)).toMatchObject({ startsAt: event.startsAt, endsAt: event.endsAt });
    const startsAt = new Date(event.startsAt.getTime() + 86_400_000);
    const endsAt = new Date(event.endsAt.getTime() + 86_400_000);
    await db().update(events).set({ startsAt, endsAt }).where(eq(events.id, event.id));
    await plan();
    expect(await hoursOf(event.id)).toMatchObject({ startsAt, endsAt });
  });

  it("keeps the distance to the start, by the clock over several days, however often it is told", async () => {
    const [startsAt, endsAt] = [new Date("2027-03-19T09:00:00Z"), new Date("2027-03-21T16:00:00Z")];
    const event = await anEvent({ kind: "conference", startsAt, endsAt });
    const hours = {
      startsAt: new Date("2027-03-21T08:00:00Z"),
      endsAt: new Date("2027-03-21T10:00:00Z"),
      measuredFrom: startsAt,
      pauseMinutes: 5,
    };
    await db()
      .insert(talkWindows)
      .values({ eventId: event.id, ...hours });
    const moved = { startsAt: new Date("2027-03-26T10:00:00Z"), endsAt: new Date("2027-03-28T16:00:00Z") };
    await db().update(events).set(moved).where(eq(events.id, event.id));
    for (let times = 0; times < 2; times++) {
      await planTalkHours({ actor: system, input: { eventId: event.id } });
      // It starts an hour later now, and the clocks change that night: 9:00 became 10:00.
      expect(await hoursOf(event.id)).toMatchObject({
        startsAt: new Date("2027-03-28T08:00:00Z"),
        endsAt: new Date("2027-03-28T10:00:00Z"),
        measuredFrom: moved.startsAt,
        pauseMinutes: 5,
      });
    }
  });

  it("leaves a webinar without hours for talks", async () => {
    const event = await anEvent();
    expect(await planTalkHours({ actor: system, input: { eventId: event.id } })).toMatchObject({
      value: { planned: false },
    });
    expect(await hoursOf(event.id)).toBeUndefined();
  });

  it("is nothing a visitor can call", async () => {
    const event = await anEvent({ kind: "matchmaking" });
    expect(refusalOf(await planTalkHours({ actor: guest, input: { eventId: event.id } }))).toBe(MISSING);
    expect(await hoursOf(event.id)).toBeUndefined();
  });
});
