import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { meetingFileFor, publicEventFile, registrationFileFor } from "./queries";

const eventIn = (text: string | undefined) => {
  const calendar = new ICAL.Component(ICAL.parse(text ?? ""));
  const event = calendar.getFirstSubcomponent("vevent");
  if (!event) throw new Error("no entry");
  return new ICAL.Event(event);
};

describe("calendar files", () => {
  it("of a public event are for everybody and name nobody", async () => {
    const event = await anEvent({ title: "KI; direkt, am Sensor" });
    const text = await publicEventFile(event.slug, "de");
    expect(eventIn(text).summary).toBe(event.title);
    const seconds = Math.floor(event.startsAt.getTime() / 1_000);
    expect(eventIn(text).startDate.toJSDate().getTime() / 1_000).toBe(seconds);
    expect(text).toContain("METHOD:PUBLISH");
    expect(text).not.toContain("ATTENDEE");
  });

  it("say in their place too which page leads in, and of who comes there the place alone", async () => {
    const event = await anEvent({ place: "Musterstadt" });
    const file = async (attendance: "online" | "onsite") => {
      const registration = await aRegistration(event, { attendance });
      return eventIn(await registrationFileFor(seatActor(registration), registration.id));
    };
    const room = new RegExp(`^Musterstadt, .+: http://localhost(:\\d+)?/room/${event.slug}$`);
    expect((await file("online")).location).toMatch(room);
    expect((await file("onsite")).location).toBe("Musterstadt");
    const shared = eventIn(await publicEventFile(event.slug, "de")).location;
    expect(shared).toMatch(new RegExp(`^Musterstadt, .+: http://localhost(:\\d+)?/e/${event.slug}$`));
  });

  it("of drafts and members-only events do not exist", async () => {
    const [draft, members] = [await anEvent({ status: "draft" }), await anEvent({ membersOnly: true })];
    for (const { slug } of [draft, members, { slug: "nirgends" }]) {
      expect(await publicEventFile(slug, "de")).toBeUndefined();
    }
  });

  it("of a registration are for its holder alone", async () => {
    const event = await anEvent();
    const registration = await aRegistration(event);
    const mine = await registrationFileFor(seatActor(registration), registration.id);
    expect(eventIn(mine).uid).toBe(`${registration.id}@localhost`);
    expect(await registrationFileFor(guest, registration.id)).toBeUndefined();
    expect(await registrationFileFor(personActor(await aPerson()), registration.id)).toBeUndefined();
  });

  it("of a talk are for its two people, with one UID for both and the partner's name only", async () => {
    const event = await aTalkEvent();
    const [anna, ben, cem] = [await aTaker(event), await aTaker(event), await aTaker(event)];
    const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
    const input = { requestId: request.id, answer: slotAt(event, 0).toISOString() };
    const result = await answerRequest({ actor: personActor(ben.person), input });
    if (!result.ok || !result.value.meetingId) throw new Error("not accepted");
    const { meetingId } = result.value;
    const hers = await meetingFileFor(personActor(anna.person), meetingId);
    const his = await meetingFileFor(seatActor(ben.registration), meetingId);
    expect(eventIn(hers).uid).toBe(eventIn(his).uid);
    expect(eventIn(hers).summary).toContain(ben.person.name);
    expect(eventIn(hers).location, "a talk online says where, too").toMatch(`/room/${event.slug}`);
    expect(hers).not.toContain(ben.person.email);
    expect(await meetingFileFor(personActor(cem.person), meetingId)).toBeUndefined();
    expect(await meetingFileFor(guest, meetingId)).toBeUndefined();
  });
});
