import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { personActor } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { etagOf } from "@/lib/etag";
import type { Id } from "@/lib/ids";
import { shareCalendar } from "../commands/share-calendar";
import { registrationFileFor } from "../queries";
import { calendarAddressOf, personalCalendarText } from "./personal";

const DAY = 24 * 3_600_000;
const days = (count: number) => new Date(Date.now() + count * DAY);

const entriesIn = (text: string | undefined) =>
  new ICAL.Component(ICAL.parse(text ?? ""))
    .getAllSubcomponents("vevent")
    .map((component) => ({ entry: new ICAL.Event(component), component }));
const uidsIn = (text: string | undefined) => entriesIn(text).map(({ entry }) => entry.uid.split("@")[0]);

/** The token in the address of a person's shared calendar. */
async function tokenOf(person: { id: Id<"person"> }): Promise<string> {
  const actor = personActor(person);
  await shareCalendar({ actor, input: { want: "open" } });
  return /\/p\/(.+)\.ics$/.exec((await calendarAddressOf(actor)) ?? "")?.[1] ?? "";
}

describe("a personal calendar", () => {
  it("holds what its person takes part in, each under the UID of its mail, and rings nobody", async () => {
    const person = await aPerson();
    const mine = { personId: person.id, email: person.email };
    const registration = await aRegistration(await anEvent(), mine);
    for (const status of ["waiting", "offered", "pending", "declined"] as const) {
      const offeredUntil = status === "offered" ? days(1) : null;
      await aRegistration(await anEvent(), { ...mine, status, offeredUntil, confirmedAt: null });
    }
    await aRegistration(await anEvent());
    const text = await personalCalendarText(await tokenOf(person));
    expect(uidsIn(text)).toEqual([registration.id]);
    const mailed = await registrationFileFor(personActor(person), registration.id);
    expect(entriesIn(mailed)[0]?.entry.uid).toBe(entriesIn(text)[0]?.entry.uid);
    expect(text).toContain("METHOD:PUBLISH");
    expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    expect(text).not.toMatch(/BEGIN:VALARM|ATTENDEE/);
    expect(text).not.toContain(person.email);
  });

  it("is valid and empty for whoever takes part in nothing", async () => {
    const text = await personalCalendarText(await tokenOf(await aPerson()));
    expect(entriesIn(text)).toEqual([]);
  });

  it("keeps what was called off for 30 days, with a higher sequence, and then forgets it", async () => {
    const person = await aPerson();
    const mine = { personId: person.id, email: person.email };
    const event = await anEvent({ startsAt: days(60) });
    const registration = await aRegistration(event, mine);
    const token = await tokenOf(person);
    const [before] = entriesIn(await personalCalendarText(token));
    const gone = { status: "cancelled" as const, cancelledAt: new Date(), calendarSequence: 1 };
    await db().update(registrations).set(gone).where(eq(registrations.id, registration.id));
    const [after] = entriesIn(await personalCalendarText(token, days(29)));
    expect(after?.entry.uid).toBe(before?.entry.uid);
    expect(after?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(after?.entry.sequence).toBeGreaterThan(before?.entry.sequence ?? 0);
    expect(entriesIn(await personalCalendarText(token, days(31)))).toEqual([]);
  });

  it("follows an event that moves, and is another version only then", async () => {
    const person = await aPerson();
    const event = await anEvent();
    await aRegistration(event, { personId: person.id, email: person.email });
    const token = await tokenOf(person);
    const first = (await personalCalendarText(token)) ?? "";
    const again = (await personalCalendarText(token, new Date(Date.now() + 60_000))) ?? "";
    expect(etagOf(again)).toBe(etagOf(first));
    const moved = { startsAt: days(3), endsAt: days(3.1), calendarSequence: 1 };
    await db().update(events).set(moved).where(eq(events.id, event.id));
    expect(etagOf((await personalCalendarText(token)) ?? "")).not.toBe(etagOf(first));
  });

  it("names the partner of a talk once both have agreed, and never an address (P23)", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
    const token = await tokenOf(anna.person);
    expect(await personalCalendarText(token)).not.toContain(ben.person.name);
    const input = { requestId: request.id, answer: slotAt(event, 0).toISOString() };
    await answerRequest({ actor: personActor(ben.person), input });
    const text = await personalCalendarText(token);
    expect(entriesIn(text).map(({ entry }) => entry.summary)).toContainEqual(
      expect.stringContaining(ben.person.name),
    );
    expect(text).not.toContain(ben.person.email);
  });

  it("opens for its own address alone, and no longer once that was renewed, closed or its person erased", async () => {
    const person = await aPerson();
    const actor = personActor(person);
    const token = await tokenOf(person);
    const [id = "", mac = ""] = token.split(".");
    const flipped = `${mac.startsWith("A") ? "B" : "A"}${mac.slice(1)}`;
    for (const forged of ["", id, `${id}.`, `${id}.${flipped}`, `${id}.${mac}x`, `.${mac}`, `cal_${token}`])
      expect(await personalCalendarText(forged)).toBeUndefined();
    await shareCalendar({ actor, input: { want: "renew" } });
    expect(await personalCalendarText(token)).toBeUndefined();
    const renewed = await tokenOf(person);
    expect(await personalCalendarText(renewed)).toBeDefined();
    await db().update(people).set({ erasedAt: new Date() }).where(eq(people.id, person.id));
    expect(await personalCalendarText(renewed)).toBeUndefined();
  });
});
