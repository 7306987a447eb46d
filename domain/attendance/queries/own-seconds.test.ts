import { expect, it } from "vitest";
import { db } from "@/db/client";
import { roomSettings } from "@/db/schema/rooms";
import { system } from "@/db/testing/actors";
import { aLiveEvent, aStay, at } from "@/db/testing/rooms";
import { closeAttendance } from "../commands/close-attendance";
import { keptAttendance } from "../queries";
import { secondsOf } from "./own-seconds";

/** A live event of three people, who stayed for ten, twenty and thirty minutes; the middle one is asked about. */
async function aVisit(settings: Record<string, unknown> = {}) {
  const { event, people } = await aLiveEvent({ guests: 3 });
  await db().insert(roomSettings).values({ eventId: event.id, settings });
  for (const [n, one] of people.entries()) await aStay(event, one, { from: 0, to: (n + 1) * 600 });
  const [, own] = people;
  if (!own) throw new Error("somebody is needed");
  return { eventId: event.id, own: own.admissionId };
}

it("says for each event what the office's list says of this person, before and after it is closed, and of nobody else", async () => {
  const [open, closed, off] = [await aVisit(), await aVisit(), await aVisit({ recordsAttendance: false })];
  await closeAttendance({ actor: system, input: { eventId: closed.eventId }, now: at(6000) });
  const seconds = await secondsOf(
    db(),
    [open, closed, off].map(({ own }) => own),
    at(7000),
  );
  const expected = new Map([
    [open.own, 1200],
    [closed.own, 1200],
  ]);
  expect(seconds).toEqual(expected);
  for (const { eventId, own } of [open, closed]) {
    const all = await keptAttendance(db(), { eventId, now: at(7000) });
    expect(all).toHaveLength(3);
    expect(all.find(({ admissionId }) => admissionId === own)?.seconds).toBe(seconds.get(own));
  }
});

it("says nothing of somebody who came after the record was closed, or never", async () => {
  const { event, people } = await aLiveEvent({ guests: 2 });
  const [early, late] = people;
  if (!early || !late) throw new Error("two people are needed");
  await aStay(event, early, { from: 0, to: 600 });
  await closeAttendance({ actor: system, input: { eventId: event.id }, now: at(6000) });
  await aStay(event, late, { from: 700, to: 900 });
  expect(await secondsOf(db(), [late.admissionId], at(7000))).toEqual(new Map());
  expect(await secondsOf(db(), [], at(7000))).toEqual(new Map());
});
