import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { attendanceRecords } from "@/db/schema/attendance";
import { participations, roomSettings, rooms } from "@/db/schema/rooms";
import { guest, system } from "@/db/testing/actors";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { endLive } from "@/domain/rooms/commands/end-live";
import { keptAttendance, listEventsToClose, recordsAttendance } from "../queries";
import { closeAttendance } from "./close-attendance";

test("the record of an event is written once and does not change afterwards", async () => {
  const { event, people } = await aLiveEvent({ guests: 1 });
  const [ada] = people;
  const [room] = await db().select().from(rooms).where(eq(rooms.label, event.title));
  if (!ada || !room) throw new Error("somebody and a plenary are needed");
  const stay = {
    eventId: event.id,
    admissionId: ada.admissionId,
    roomId: room.id,
    source: "webhook" as const,
  };
  await db()
    .insert(participations)
    .values([
      { ...stay, participantSid: "PA_a1", joinedAt: at(0), leftAt: at(600) },
      { ...stay, participantSid: "PA_a2", joinedAt: at(630), leftAt: at(900) },
    ]);
  const input = { eventId: event.id };
  expect(await closeAttendance({ actor: guest, input })).toMatchObject({ failure: { kind: "not_found" } });
  expect(await closeAttendance({ actor: system, input, now: at(6000) })).toMatchObject({
    value: { people: 1 },
  });
  await db()
    .insert(participations)
    .values({ ...stay, participantSid: "PA_a3", joinedAt: at(2000), leftAt: at(3000) });
  await closeAttendance({ actor: system, input, now: at(7000) });
  expect(await keptAttendance(db(), event.id, at(7000))).toMatchObject([
    { admissionId: ada.admissionId, seconds: 900 },
  ]);
});

/** An event long over, whose host was there for ten minutes. */
async function aPastEvent(settings: Record<string, unknown> = {}) {
  const { event, host } = await aLiveEvent();
  await endLive({ actor: host.actor, input: { eventId: event.id }, now: at(900) });
  await db().insert(roomSettings).values({ eventId: event.id, settings });
  const [room] = await db().select().from(rooms).where(eq(rooms.label, event.title));
  if (!room) throw new Error("a plenary is needed");
  const stay = { eventId: event.id, admissionId: host.admissionId, roomId: room.id };
  const participantSid = `PA_${event.slug}`;
  await db()
    .insert(participations)
    .values({ ...stay, participantSid, joinedAt: at(0), leftAt: at(600), source: "webhook" });
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
  expect(await keptAttendance(db(), kept.event.id, at(13 * HOUR))).toMatchObject([{ seconds: 600 }]);
  expect(await keptAttendance(db(), off.event.id, at(13 * HOUR))).toEqual([]);
  const record = eq(attendanceRecords.eventId, off.event.id);
  expect(await db().$count(attendanceRecords, record)).toBe(0);
  expect([await recordsAttendance(kept.event.id), await recordsAttendance(off.event.id)]).toEqual([
    true,
    false,
  ]);
});
