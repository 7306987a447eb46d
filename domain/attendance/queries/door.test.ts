import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { roomSettings } from "@/db/schema/rooms";
import { claimActor, guest, personActor, seatActor, system } from "@/db/testing/actors";
import { aGuestOnSite, anEventOnSite, minute } from "@/db/testing/door";
import { aClaim, aPerson, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, aStay, at, joined } from "@/db/testing/rooms";
import { checkIn } from "../commands/check-in";
import { walkIn } from "../commands/walk-in";
import {
  arrivalsOf,
  countArrivals,
  countWalkIns,
  doorNameOf,
  doorTimesOf,
  findDoorEvent,
  listDoor,
} from "./door";

describe("the door's list", () => {
  it("names who comes on site in order, with who came, and neither addresses nor who cancelled or stays online", async () => {
    const { event, doorkeeper } = await anEventOnSite();
    const [zora, anna] = [
      await aGuestOnSite(event, { name: "Zora", organisation: "Werk Nord" }),
      await aGuestOnSite(event, { name: "Anna", status: "waiting" }),
    ];
    await aGuestOnSite(event, { name: "Berta", status: "cancelled" });
    await aGuestOnSite(event, { name: "Cleo", status: "declined" });
    await aRegistration(event, { name: "Dora, online" });
    const input = { eventId: event.id, registrationId: zora.id };
    await checkIn({ actor: doorkeeper, input, now: minute(2) });
    expect(await listDoor(doorkeeper, event.id)).toEqual([
      { id: anna.id, name: "Anna", organisation: "", standing: "on_waiting_list", arrival: null },
      {
        id: zora.id,
        name: "Zora",
        organisation: "Werk Nord",
        standing: "welcome",
        arrival: { at: minute(2), how: "door" },
      },
    ]);
  });

  it("is for whoever may let people in; event, list and names are missing for all others", async () => {
    const { event, doorkeeper, organizer } = await anEventOnSite();
    const { id: registrationId, name } = await aGuestOnSite(event);
    const elsewhere = await anEventOnSite();
    for (const viewer of [doorkeeper, organizer]) {
      expect((await findDoorEvent(viewer, event.slug))?.id).toBe(event.id);
      expect(await doorNameOf(viewer, { eventId: event.id, registrationId })).toMatchObject({ name });
      expect(await countArrivals(viewer, event)).toBe(0);
      expect((await doorTimesOf(viewer, { eventId: event.id, ids: [registrationId] })).size).toBe(0);
    }
    const strangers = [guest, system, personActor(await aPerson()), elsewhere.doorkeeper];
    for (const viewer of strangers) {
      expect(await findDoorEvent(viewer, event.slug)).toBeUndefined();
      expect(await listDoor(viewer, event.id)).toBeUndefined();
      expect(await countArrivals(viewer, event)).toBeUndefined();
      expect(await doorNameOf(viewer, { eventId: event.id, registrationId })).toBeUndefined();
    }
    const foreign = { eventId: elsewhere.event.id, registrationId };
    expect(await doorNameOf(elsewhere.doorkeeper, foreign)).toBeUndefined();
  });

  it("has no door at a draft", async () => {
    const { event, organizer } = await anEventOnSite({ status: "draft" });
    expect(await findDoorEvent(organizer, event.slug)).toBeUndefined();
  });
});

it("tells the desk when those on its page were let in, and nobody else", async () => {
  const { event, doorkeeper, organizer } = await anEventOnSite();
  const [ada, ben] = [await aGuestOnSite(event), await aGuestOnSite(event)];
  for (const { id: registrationId } of [ada, ben])
    await checkIn({ actor: doorkeeper, input: { eventId: event.id, registrationId }, now: minute(2) });
  const asked = { eventId: event.id, ids: [ada.id] };
  expect([...(await doorTimesOf(organizer, asked))]).toEqual([[ada.id, minute(2)]]);
  const elsewhere = await anEventOnSite();
  for (const viewer of [guest, elsewhere.organizer, elsewhere.doorkeeper])
    expect((await doorTimesOf(viewer, asked)).size).toBe(0);
});

it("counts who came without having registered, for the door alone", async () => {
  const { event, doorkeeper } = await anEventOnSite();
  const guests = [
    { name: "Ines", email: "ines@example.org" },
    { name: "Otto", email: "otto@example.org" },
  ];
  for (const one of guests)
    await walkIn({ actor: doorkeeper, input: { eventId: event.id, ...one }, now: minute(2) });
  expect(await countWalkIns(doorkeeper, event.id)).toBe(2);
  expect(await countWalkIns(guest, event.id)).toBe(0);
});

describe("who enters the room online", () => {
  it("has come, without any check-in of their own, and a proven person before a typed address", async () => {
    const { event } = await aLiveEvent();
    const registration = await aRegistration(event, { provenAt: at(0) });
    const claim = await aClaim(registration);
    const watching = await joined(event, claimActor(registration, claim), { tab: "tab-claim", now: at(0) });
    await aStay(event, watching, { from: 10 });
    expect([...(await arrivalsOf(event.id))]).toEqual([[registration.id, { at: at(10), how: "online" }]]);
    const own = await joined(event, seatActor(registration), { tab: "tab-own", now: at(20) });
    await aStay(event, own, { from: 60, to: 70 });
    await aStay(event, own, { from: 30, to: 40 });
    expect([...(await arrivalsOf(event.id))]).toEqual([[registration.id, { at: at(30), how: "online" }]]);
  });

  it("is not looked at where the event keeps no minutes", async () => {
    const { event, people } = await aLiveEvent({ guests: 1 });
    for (const one of people) await aStay(event, one, { from: 10 });
    expect((await arrivalsOf(event.id)).size).toBe(1);
    await db()
      .insert(roomSettings)
      .values({ eventId: event.id, settings: { recordsAttendance: false } });
    expect((await arrivalsOf(event.id)).size).toBe(0);
  });
});
