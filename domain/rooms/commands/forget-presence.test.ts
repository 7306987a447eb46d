import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { attendanceTotals } from "@/db/schema/attendance";
import { hands } from "@/db/schema/interaction";
import {
  admissions,
  assignments,
  liveSessions,
  participations,
  placements,
  rooms,
  rounds,
  sanctions,
} from "@/db/schema/rooms";
import { guest, system } from "@/db/testing/actors";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, anOpenRound, aStay, at } from "@/db/testing/rooms";
import { keptDays } from "@/lib/privacy/retention";
import { forgetPresence } from "./forget-presence";

const MINUTES_90 = 5_400;
/** Half a year after the end of an event of `aLiveEvent`, and so many seconds. */
const later = (seconds: number) => at(MINUTES_90 + keptDays.presence * 24 * 3_600 + seconds);
const forget = async (now: Date, limit?: number) => {
  const result = await forgetPresence({ actor: system, input: { limit }, now });
  return result.ok ? result.value.gone : result.failure.reason;
};
const personal = { admissions, assignments, placements, participations, sanctions, hands };
const left = async () =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(personal).map(async ([name, table]) => [name, await db().$count(table)] as const),
    ),
  );
const nothing = Object.fromEntries(Object.keys(personal).map((name) => [name, 0]));

/** An event with breakouts, of whose three people one was banned, one raised a hand and one left a stay. */
async function heldEvent() {
  const live = await aLiveEvent({ guests: 2 });
  const { event, host, people } = live;
  const eventId = event.id;
  const { roundId } = await anOpenRound(live);
  await db().update(rounds).set({ message: "Frau Beispiel, bitte kommen" }).where(eq(rounds.id, roundId));
  await db().update(rooms).set({ label: "Ada und Ben" }).where(eq(rooms.roundId, roundId));
  const [session] = await db().select().from(liveSessions).where(eq(liveSessions.eventId, eventId));
  const [ada] = people;
  if (!session || !ada) throw new Error("an event with people is needed");
  const { admissionId } = ada;
  const hand = { liveSessionId: session.id, admissionId, state: "lowered" as const, raisedAt: at(1) };
  await db().insert(hands).values(hand);
  await db().insert(sanctions).values({ eventId, admissionId, kind: "ban" });
  await aStay(event, host);
  return { eventId, sessionId: session.id };
}
const sumUp = (eventId: `evt_${string}`) =>
  db()
    .insert(attendanceTotals)
    .values({ eventId, people: 1, seconds: 60, closedAt: at(0) });

describe("forget-presence", () => {
  beforeEach(async () => {
    await db().delete(admissions);
    await db().delete(rounds);
  });

  it("P10: who was in the rooms is gone half a year after the event, to the second", async () => {
    const { eventId, sessionId } = await heldEvent();
    await sumUp(eventId);
    const before = await left();
    expect(Object.values(before).every((rows) => rows > 0)).toBe(true);
    expect(await forget(later(-1))).toBe(0);
    expect(await left()).toEqual(before);
    await forget(later(1));
    expect(await left()).toEqual(nothing);
    const named = await db().select().from(rooms).where(eq(rooms.liveSessionId, sessionId));
    expect(named.length, "the rooms themselves stay").toBeGreaterThan(1);
    expect(JSON.stringify(named)).not.toContain("Ada und Ben");
    const [round] = await db().select().from(rounds).where(eq(rounds.liveSessionId, sessionId));
    expect(round).toMatchObject({ message: null });
    expect(await forget(later(1)), "there is nothing left to do").toBe(0);
  });

  it("waits until the minutes are summed up", async () => {
    const { eventId } = await heldEvent();
    await forget(later(1));
    expect(await db().$count(admissions)).toBe(3);
    await sumUp(eventId);
    await forget(later(1));
    expect(await db().$count(admissions)).toBe(0);
  });

  it("deletes a bounded number at once", async () => {
    await aLiveEvent({ guests: 4 });
    expect([await forget(later(1), 2), await forget(later(1), 2), await forget(later(1), 2)]).toEqual([
      2, 2, 1,
    ]);
    expect(await forget(later(1), 2)).toBe(0);
  });

  it("is for the machine alone", async () => {
    await aLiveEvent();
    expect(refusalOf(await forgetPresence({ actor: guest, input: {}, now: later(1) }))).toBe(MISSING);
    expect(await db().$count(admissions)).toBe(1);
  });
});
