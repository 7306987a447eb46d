import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { roomSettings } from "@/db/schema/rooms";
import { eventActor, guest, organizerActor, personActor, system } from "@/db/testing/actors";
import { aNetwork, anEventRole, anOrganizer, aPerson } from "@/db/testing/makers";
import { aLiveEvent, aStay, at } from "@/db/testing/rooms";
import type { Id } from "@/lib/ids";
import { closeAttendance } from "./commands/close-attendance";
import { attendanceOf } from "./queries";
import { recordsAttendance } from "./queries/stays";

/** A live event with one guest who has been there for ten minutes, and its organizer. */
async function heldEvent(settings?: unknown) {
  const network = await aNetwork();
  const { event, people } = await aLiveEvent({ network, guests: 1 });
  const [ada] = people;
  if (!ada) throw new Error("somebody is needed");
  await aStay(event, ada);
  if (settings !== undefined) await db().insert(roomSettings).values({ eventId: event.id, settings });
  return { network, event, organizer: organizerActor(await anOrganizer(network), network) };
}

describe("attendance", () => {
  it("is for the event's organizers, while it runs too; for others there is none", async () => {
    const { event, organizer } = await heldEvent();
    const asked = { eventId: event.id, now: at(600) };
    expect(await attendanceOf(organizer, asked)).toMatchObject({
      people: [{ seconds: 600, isClaim: false }],
    });
    const elsewhere = await aNetwork();
    const strangers = [
      guest,
      system,
      personActor(await aPerson()),
      organizerActor(await anOrganizer(elsewhere), elsewhere),
      eventActor(await anEventRole(event, "cohost"), event, "cohost"),
      eventActor(await anEventRole(event, "speaker"), event, "speaker"),
    ];
    for (const actor of strangers) expect(await attendanceOf(actor, asked)).toBeUndefined();
    expect(await attendanceOf(organizer, { ...asked, eventId: "evt_0000000000" })).toBeUndefined();
  });

  it("is read of the asked registrations alone, before and after it is closed", async () => {
    const network = await aNetwork();
    const { event, people } = await aLiveEvent({ network, guests: 2 });
    for (const person of people) await aStay(event, person);
    const organizer = organizerActor(await anOrganizer(network), network);
    const of = async (registered?: Id<"registration">[]) => {
      const found = await attendanceOf(organizer, { eventId: event.id, now: at(7000), registered });
      return found && "people" in found ? found.people.flatMap((one) => one.registrationId ?? []) : undefined;
    };
    const all = (await of())?.slice(0, 1) ?? [];
    expect(all).toHaveLength(1);
    const read = async () => [(await of())?.length, await of(all), await of([])];
    expect(await read()).toEqual([2, all, []]);
    await closeAttendance({ actor: system, input: { eventId: event.id }, now: at(6000) });
    expect(await read()).toEqual([2, all, []]);
  });

  it.each([
    ["nothing stored", undefined, true],
    ["switched off", { recordsAttendance: false }, false],
    ["another setting only", { participantsShareScreen: true }, true],
    ["a value that cannot be read", { recordsAttendance: "yes" }, true],
    ["no settings at all", "unreadable", true],
    ["a list", [], true],
  ])("of an event with %s is read as the room reads it", async (_, settings, isKept) => {
    const { event, organizer } = await heldEvent(settings);
    expect(await recordsAttendance(event.id)).toBe(isKept);
    const found = await attendanceOf(organizer, { eventId: event.id, now: at(600) });
    expect(found !== undefined).toBe(isKept);
  });
});
