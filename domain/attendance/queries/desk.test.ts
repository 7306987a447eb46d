import { expect, it } from "vitest";
import { db } from "@/db/client";
import { roomSettings } from "@/db/schema/rooms";
import { eventActor, guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, aStay, at, joined } from "@/db/testing/rooms";
import { presenceForDesk } from "./desk";
import { registrationsFile } from "./registrations-file";

const nothing = { minutes: undefined, total: undefined };

async function anOrganized() {
  const network = await aNetwork();
  return { network, organizer: organizerActor(await anOrganizer(network), network) };
}

it("knows of no presence before an event has begun, whoever tried the sound, and the file says the same", async () => {
  const { network, organizer } = await anOrganized();
  const event = await anEvent({ network, mode: "roundtable", startsAt: at(0) });
  const { id } = await aRegistration(event);
  const role = eventActor(await anEventRole(event, "host"), event, "host");
  await aStay(event, await joined(event, role, { tab: "tab-host", now: at(-600) }), { from: -600, to: -300 });
  const lastCell = async (now: Date) => {
    const file = await registrationsFile(organizer, {
      eventId: event.id,
      format: "excel",
      locale: "de",
      now,
    });
    if (!file) throw new Error("the organizer gets the file");
    const [, line] = [...file.parts].join("").split("\r\n");
    return line?.split(";").at(-1);
  };
  expect(await presenceForDesk(organizer, { eventId: event.id, now: at(-1) })).toEqual(nothing);
  expect(await lastCell(at(-1))).toBe("");
  const begun = await presenceForDesk(organizer, { eventId: event.id, now: at(0) });
  expect([begun.minutes?.get(id), begun.minutes !== undefined]).toEqual([undefined, true]);
  expect(await lastCell(at(0))).toBe("0");
});

it("P20: has the minutes of each registration, also while nobody has come, and for organizers alone", async () => {
  const { network, organizer } = await anOrganized();
  const { event, people } = await aLiveEvent({ network, guests: 1 });
  const [ada] = people;
  if (ada?.actor.type !== "guest") throw new Error("a guest is needed");
  const asked = { eventId: event.id, now: at(601) };
  expect(await presenceForDesk(organizer, asked)).toEqual({ minutes: new Map(), total: undefined });
  await aStay(event, ada);
  const minutes = new Map([[ada.actor.seats[0]?.registrationId, 11]]);
  expect(await presenceForDesk(organizer, asked)).toEqual({ minutes, total: undefined });
  expect(await presenceForDesk(guest, asked)).toEqual(nothing);
  expect(await presenceForDesk(organizer, { ...asked, eventId: "evt_0000000000" })).toEqual(nothing);
  await db()
    .insert(roomSettings)
    .values({ eventId: event.id, settings: { recordsAttendance: false } });
  expect(await presenceForDesk(organizer, asked)).toEqual(nothing);
});
