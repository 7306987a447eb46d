import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { attendanceRecords } from "@/db/schema/attendance";
import { roomSettings } from "@/db/schema/rooms";
import { guest, seatActor, system } from "@/db/testing/actors";
import { aRegistration } from "@/db/testing/makers";
import { aLiveEvent, aStay, at, joined } from "@/db/testing/rooms";
import { endLive } from "@/domain/rooms/commands/end-live";
import { keptAttendance, listEventsToClose } from "../queries";
import { recordsAttendance } from "../queries/stays";
import { closeAttendance } from "./close-attendance";

test("the record of an event is written once and does not change afterwards", async () => {
  const { event, people } = await aLiveEvent({ guests: 1 });
  const [ada] = people;
  if (!ada) throw new Error("somebody is needed");
  await aStay(event, ada, { from: 0, to: 600 });
  await aStay(event, ada, { from: 630, to: 900 });
  const input = { eventId: event.id };
  expect(await closeAttendance({ actor: guest, input })).toMatchObject({ failure: { kind: "not_found" } });
  expect(await closeAttendance({ actor: system, input, now: at(6000) })).toMatchObject({
    value: { people: 1 },
  });
  await aStay(event, ada, { from: 2000, to: 3000 });
  await closeAttendance({ actor: system, input, now: at(7000) });
  expect(await keptAttendance(db(), { eventId: event.id, now: at(7000) })).toMatchObject([
    { admissionId: ada.admissionId, seconds: 900 },
  ]);
});

test("minutes online count for who has a seat on site as well", async () => {
  const { event } = await aLiveEvent();
  const registration = await aRegistration(event, {
    attendance: "onsite",
    confirmedAt: at(0),
    provenAt: at(0),
  });
  const ada = await joined(event, seatActor(registration), { tab: "tab-ada", now: at(0) });
  await aStay(event, ada, { from: 0, to: 600 });
  await closeAttendance({ actor: system, input: { eventId: event.id }, now: at(6000) });
  expect(await keptAttendance(db(), { eventId: event.id, now: at(7000) })).toMatchObject([
    { admissionId: ada.admissionId, seconds: 600 },
  ]);
});

/** An event long over, whose host was there for ten minutes. */
async function aPastEvent(settings: Record<string, unknown> = {}) {
  const { event, host } = await aLiveEvent();
  await endLive({ actor: host.actor, input: { eventId: event.id }, now: at(900) });
  await db().insert(roomSettings).values({ eventId: event.id, settings });
  await aStay(event, host, { to: 600 });
  return { event, ended: at(5_400) };
}
const HOUR = 3600;

test("P20: minutes are kept once an event is over for good, and none where they are switched off", async () => {
  const [kept, off] = [await aPastEvent(), await aPastEvent({ recordsAttendance: false })];
  const eventIds = [kept.event.id, off.event.id];
  const waiting = async (second: number) =>
    (await listEventsToClose(at(second))).filter((id) => eventIds.includes(id));
  expect(await waiting(5 * HOUR), "it may still go live again").toEqual([]);
  expect((await waiting(12 * HOUR)).sort()).toEqual([...eventIds].sort());
  for (const eventId of eventIds) {
    await closeAttendance({ actor: system, input: { eventId }, now: at(12 * HOUR) });
  }
  expect(await keptAttendance(db(), { eventId: kept.event.id, now: at(13 * HOUR) })).toMatchObject([
    { seconds: 600 },
  ]);
  expect(await keptAttendance(db(), { eventId: off.event.id, now: at(13 * HOUR) })).toEqual([]);
  const record = eq(attendanceRecords.eventId, off.event.id);
  expect(await db().$count(attendanceRecords, record)).toBe(0);
  expect([await recordsAttendance(kept.event.id), await recordsAttendance(off.event.id)]).toEqual([
    true,
    false,
  ]);
});
