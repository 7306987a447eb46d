import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { attendanceRecords, attendanceTotals, checkIns } from "@/db/schema/attendance";
import { participations, roomSettings } from "@/db/schema/rooms";
import { guest, organizerActor, system } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, aStay, at } from "@/db/testing/rooms";
import { keptDays } from "@/lib/privacy/retention";
import { attendanceOf, listEventsToClose } from "../queries";
import { presenceForDesk } from "../queries/desk";
import { closeAttendance } from "./close-attendance";
import { forgetAttendance } from "./forget-attendance";

const MINUTES_90 = 5_400;
/** Half a year after the end of an event of `aLiveEvent`, and so many seconds. */
const later = (seconds: number) => at(MINUTES_90 + keptDays.attendance * 24 * 3_600 + seconds);
const forget = async (now: Date) => {
  const result = await forgetAttendance({ actor: system, input: {}, now });
  return result.ok ? result.value.gone : result.failure.reason;
};

/** An event at which its host was for ten minutes and a guest for five, and somebody for no time at all. */
async function heldEvent() {
  const network = await aNetwork();
  const { event, host, people } = await aLiveEvent({ network, guests: 2 });
  const times = [600, 300, 0];
  for (const [n, one] of [host, ...people].entries()) await aStay(event, one, { to: times[n] ?? 0 });
  return { event, actor: organizerActor(await anOrganizer(network), network) };
}
const close = (eventId: `evt_${string}`) =>
  closeAttendance({ actor: system, input: { eventId }, now: at(50_000) });
const totalsOf = (eventId: `evt_${string}`) =>
  db().select().from(attendanceTotals).where(eq(attendanceTotals.eventId, eventId));

describe("forget-attendance", () => {
  beforeEach(async () => {
    await db().delete(participations);
    await db().delete(attendanceRecords);
    await db().delete(checkIns);
  });

  it("P10: keeps a sum half a year after the event, to the second, and nobody's name", async () => {
    const { event, actor } = await heldEvent();
    await close(event.id);
    expect(await forget(later(-1))).toBe(0);
    expect(await attendanceOf(actor, { eventId: event.id, now: later(-1) })).toMatchObject({
      people: [{ seconds: 600 }, { seconds: 300 }, { seconds: 0 }],
    });
    expect(await forget(later(1))).toBe(1);
    expect(await db().$count(attendanceRecords)).toBe(0);
    const total = { people: 2, seconds: 900 };
    expect(await totalsOf(event.id)).toMatchObject([{ ...total, peak: 2 }]);
    expect(await attendanceOf(actor, { eventId: event.id, now: later(1) })).toEqual({ total });
    expect(await presenceForDesk(actor, { eventId: event.id, now: later(1) })).toEqual({
      minutes: undefined,
      total,
    });
    expect(await forget(later(1)), "there is nothing left to do").toBe(0);
  });

  it("writes no record anew out of stays that are still there", async () => {
    const { event } = await heldEvent();
    await close(event.id);
    await forget(later(1));
    expect(await listEventsToClose(later(2))).not.toContain(event.id);
    expect(await closeAttendance({ actor: system, input: { eventId: event.id }, now: later(2) })).toEqual({
      ok: true,
      value: { people: 0 },
    });
    expect(await db().$count(attendanceRecords)).toBe(0);
  });

  it("takes away with its next round what was closed at the moment of summing up, and keeps the sum", async () => {
    const { event } = await heldEvent();
    await close(event.id);
    const records = await db().select().from(attendanceRecords);
    await forget(later(1));
    // What a closing does that had found no sum before this one was made.
    await db().insert(attendanceRecords).values(records);
    expect(await forget(later(2))).toBe(1);
    expect(await db().$count(attendanceRecords)).toBe(0);
    expect(await totalsOf(event.id)).toMatchObject([{ people: 2, seconds: 900 }]);
    expect(await forget(later(3)), "there is nothing left to do").toBe(0);
  });

  it("sums up what nobody ever closed, and nothing where no minutes are kept", async () => {
    const { event } = await heldEvent();
    const off = await heldEvent();
    await db()
      .insert(roomSettings)
      .values({ eventId: off.event.id, settings: { recordsAttendance: false } });
    expect([await forget(later(1)), await forget(later(1)), await forget(later(1))]).toEqual([1, 1, 0]);
    expect(await totalsOf(event.id)).toMatchObject([{ people: 2, seconds: 900 }]);
    expect(await totalsOf(off.event.id)).toMatchObject([{ people: 0, seconds: 0 }]);
    expect(await attendanceOf(off.actor, { eventId: off.event.id, now: later(2) })).toBeUndefined();
  });

  it("P10: keeps of an event on site how many were let in, and nobody's name", async () => {
    const event = await anEvent({ startsAt: at(0) });
    for (const undoneAt of [null, null, at(60)]) {
      const { id: registrationId } = await aRegistration(event);
      const entry = { registrationId, eventId: event.id, via: "code", at: at(30), undoneAt } as const;
      await db().insert(checkIns).values(entry);
    }
    expect(await forget(later(-1))).toBe(0);
    expect([await forget(later(1)), await forget(later(1))]).toEqual([1, 0]);
    expect(await db().$count(checkIns)).toBe(0);
    expect(await totalsOf(event.id)).toMatchObject([{ people: 0, seconds: 0, checkedIn: 2 }]);
  });

  it("is for the machine alone", async () => {
    const { event } = await heldEvent();
    expect(refusalOf(await forgetAttendance({ actor: guest, input: {}, now: later(1) }))).toBe(MISSING);
    expect(await totalsOf(event.id)).toEqual([]);
  });
});
