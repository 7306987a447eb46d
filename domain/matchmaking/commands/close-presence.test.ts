import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkPresences } from "@/db/schema/matchmaking-talks";
import { roomSettings } from "@/db/schema/rooms";
import { personActor, system } from "@/db/testing/actors";
import { anAgreedTalk, cameToTalk } from "@/db/testing/talk-rooms";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { talkRecord, talkRecords } from "../queries/talk-records";
import { cancelMeeting } from "./cancel-meeting";
import { closePresence } from "./close-presence";

const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

describe("close-presence", () => {
  it("writes down who came and for how long, once, whatever the stays say afterwards", async () => {
    const { anna, ben, meetingId, startsAt } = await anAgreedTalk();
    await cameToTalk(meetingId, anna.person, { from: -60, to: 1200 });
    await cameToTalk(meetingId, ben.person, { from: 180, to: 1080 });
    const now = later(startsAt, 30);
    expect(await talkRecord(meetingId, now)).toMatchObject({ state: "held", minutes: 15, isClosed: false });
    const close = () => closePresence({ actor: system, input: { meetingId }, now });
    expect(await close()).toEqual({ ok: true, value: { missed: 0 } });
    await cameToTalk(meetingId, ben.person, { from: 0, to: 180 });
    expect(await close()).toEqual({ ok: true, value: { missed: 0 } });
    const record = await talkRecord(meetingId, now);
    expect(record).toMatchObject({ state: "held", minutes: 15, isClosed: true });
    const mine = record?.sides.find(({ personId }) => personId === anna.person.id);
    expect(mine).toMatchObject({ came: "came", seconds: 1260, togetherSeconds: 900 });
  });

  it("knows who never came, and the talk as not held", async () => {
    const { event, anna, ben, meetingId, startsAt } = await anAgreedTalk();
    await cameToTalk(meetingId, anna.person, { from: 0, to: 600 });
    const result = await closePresence({ actor: system, input: { meetingId }, now: later(startsAt, 31) });
    expect(result).toEqual({ ok: true, value: { missed: 1 } });
    const [record] = await talkRecords({ eventId: event.id }, later(startsAt, 31));
    expect(record).toMatchObject({ state: "not_held", minutes: 0 });
    const came = new Map(record?.sides.map((side) => [side.personId, side.came]));
    expect([came.get(anna.person.id), came.get(ben.person.id)]).toEqual(["came", "missed"]);
  });

  it("waits until the room is gone, and is no business of people", async () => {
    const { anna, meetingId, startsAt } = await anAgreedTalk();
    const input = { meetingId };
    expect(await closePresence({ actor: system, input, now: later(startsAt, 29) })).toMatchObject({
      failure: { reason: "too_early" },
    });
    expect(
      await closePresence({ actor: personActor(anna.person), input, now: later(startsAt, 31) }),
    ).toMatchObject({ ok: false });
  });

  it("says nothing of a talk that was called off before it could be missed", async () => {
    const { anna, meetingId, startsAt } = await anAgreedTalk();
    const actor = personActor(anna.person);
    await cancelMeeting({ actor, input: { meetingId }, now: later(startsAt, 1) });
    await closePresence({ actor: system, input: { meetingId }, now: later(startsAt, 31) });
    const rows = await db().select().from(talkPresences).where(eq(talkPresences.meetingId, meetingId));
    expect(rows.map(({ seen }) => seen)).toEqual(["unknown", "unknown"]);
  });

  it("keeps nothing of who came where the event keeps no minutes (V09)", async () => {
    const { event, anna, meetingId, startsAt } = await anAgreedTalk();
    await db()
      .insert(roomSettings)
      .values({ eventId: event.id, settings: { recordsAttendance: false } });
    await cameToTalk(meetingId, anna.person, { from: 0, to: 600 });
    expect(
      (await talkRecord(meetingId, later(startsAt, 5)))?.sides.some(({ joinedAt }) => joinedAt !== null),
    ).toBe(true);
    await closePresence({ actor: system, input: { meetingId }, now: later(startsAt, 31) });
    const rows = await db().select().from(talkPresences).where(eq(talkPresences.meetingId, meetingId));
    expect(rows.map(({ seen, seconds, joinedAt }) => [seen, seconds, joinedAt])).toEqual([
      ["unknown", 0, null],
      ["unknown", 0, null],
    ]);
  });

  it("finds nothing where there is no such talk", async () => {
    const event = await aTalkEvent();
    await aTaker(event);
    expect(await talkRecords({ eventId: event.id }, slotAt(event, 0))).toEqual([]);
    expect(await closePresence({ actor: system, input: { meetingId: "mtg_000000000000" } })).toMatchObject({
      failure: { reason: "missing" },
    });
  });
});
