import { and, eq, inArray, ne } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aQuestion } from "@/db/testing/forms";
import { anOrganizer } from "@/db/testing/makers";
import { anEventWith } from "@/db/testing/seats";
import { fieldOf } from "@/domain/forms/rules";
import { declineRegistration } from "@/domain/registration/commands/decline-registration";
import { registerColleague } from "@/domain/registration/commands/register-colleague";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { switchAttendance } from "@/domain/registration/commands/switch-attendance";
import type { Id } from "@/lib/ids";
import { checkInCode } from "@/lib/tokens";
import { mailCalledOff, mailPostponed, mailRescheduled, writeRegistrationMail } from "./registration";

async function registered(eventId: Id<"event">, more: object = {}): Promise<Id<"registration">> {
  const input = { eventId, name: "Ada Beispiel", email: `${crypto.randomUUID()}@example.org`, ...more };
  const result = await registerForEvent({ actor: guest, input });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value.registrationId;
}

async function mailOf(kind: Parameters<typeof writeRegistrationMail>[0], id: Id<"registration">) {
  await writeRegistrationMail(kind, id, "fact");
  const [mail] = await db()
    .select()
    .from(mails)
    .where(and(eq(mails.subjectId, id), eq(mails.kind, kind)));
  if (!mail) throw new Error(`no mail ${kind}`);
  return mail;
}

it("a request is answered, in words that promise nothing, and its no takes nothing out of a calendar", async () => {
  const { network, event } = await anEventWith({ approval: true });
  const id = await registered(event.id);
  const pending = await mailOf("registration.pending", id);
  expect(pending.subject).toMatch(/^Ihre Anfrage: /);
  expect([pending.ics, pending.text.includes("?next=room")]).toEqual([null, false]);
  const actor = organizerActor(await anOrganizer(network), network);
  await declineRegistration({ actor, input: { registrationId: id } });
  const declined = await mailOf("registration.declined", id);
  expect(declined.subject).toMatch(/^Leider kein Platz: /);
  expect(declined.ics).toBeNull();
  const again = await mailOf("registration.repeated", id);
  expect(again.subject, "who asks again is told the same").toBe(declined.subject);
});

it("who comes on site is told so, has the place in the calendar, and a change keeps the entry", async () => {
  const { event } = await anEventWith({ capacity: 5, onsiteCapacity: 5 });
  await db().update(events).set({ place: "Musterstadt" }).where(eq(events.id, event.id));
  const id = await registered(event.id, { attendance: "onsite" });
  const first = await mailOf("registration.confirmed", id);
  expect(first.text).toContain("Ihr Platz vor Ort ist reserviert");
  expect(first.ics).toContain("LOCATION:Musterstadt\r\n");
  const actor = seatActor({ id, eventId: event.id });
  await switchAttendance({ actor, input: { registrationId: id, attendance: "online" } });
  const moved = await mailOf("registration.switched", id);
  expect(moved.text).toContain("ist geändert: online.");
  const code = checkInCode(id);
  expect([first.text.includes(code), moved.text.includes(code)], "the code for the door").toEqual([
    true,
    false,
  ]);
  const lineOf = (ics: string | null, name: string) => new RegExp(`^${name}:(.*)$`, "m").exec(ics ?? "")?.[1];
  expect(lineOf(moved.ics, "UID")).toBe(lineOf(first.ics, "UID"));
  expect(Number(lineOf(moved.ics, "SEQUENCE"))).toBe(Number(lineOf(first.ics, "SEQUENCE")) + 1);
});

it("who changes over to on site gets the code for the door with the news of it", async () => {
  const { event } = await anEventWith({ capacity: 5, onsiteCapacity: 5 });
  const id = await registered(event.id);
  expect((await mailOf("registration.confirmed", id)).text).not.toContain(checkInCode(id));
  const actor = seatActor({ id, eventId: event.id });
  await switchAttendance({ actor, input: { registrationId: id, attendance: "onsite" } });
  const moved = await mailOf("registration.switched", id);
  expect(moved.text).toContain(checkInCode(id));
  expect(moved.html).toContain("cid:einlass@plenum");
});

it("a new date and a call-off reach everybody, the new date counted for unproven addresses", async () => {
  const { event } = await anEventWith({ capacity: 1 });
  const ids = [await registered(event.id), await registered(event.id)];
  const payload = { eventId: event.id };
  const fact = (kind: string) => ({ id: `fct_${crypto.randomUUID()}`, kind, payload, at: new Date() });
  await mailRescheduled(fact("event.rescheduled"));
  const called = fact("event.cancelled");
  await Promise.all([mailCalledOff(called), mailCalledOff(called)]);
  const written = await db().select().from(mails).where(inArray(mails.subjectId, ids));
  const countedBy = (kind: string) =>
    written.filter((mail) => mail.kind === kind).map(({ counted }) => counted);
  expect(countedBy("event.rescheduled")).toEqual([true, true]);
  expect(countedBy("event.cancelled")).toEqual([false, false]);
});

it("an event that is put off leaves calendars, and its new date comes back as the same entry", async () => {
  const { event } = await anEventWith({ capacity: 5 });
  const id = await registered(event.id);
  const payload = { eventId: event.id };
  const fact = (kind: string) => ({ id: `fct_${crypto.randomUUID()}`, kind, payload, at: new Date() });
  const first = await mailOf("registration.confirmed", id);
  const set = (values: object) => db().update(events).set(values).where(eq(events.id, event.id));
  const off = fact("event.postponed");
  await set({ status: "postponed", calendarSequence: 1 });
  await mailPostponed(off);
  const written = (kind: string) =>
    db()
      .select()
      .from(mails)
      .where(and(eq(mails.subjectId, id), eq(mails.kind, kind)));
  const [told] = await written("event.postponed");
  if (!told) throw new Error("nobody heard of it");
  expect(told.subject).toMatch(/^Verschoben: /);
  expect(told.text).toContain("Neuer Termin folgt");
  expect(told.text).not.toContain("?next=room");
  await set({
    status: "published",
    calendarSequence: 2,
    startsAt: new Date(event.startsAt.getTime() + 60_000),
  });
  // Where there is a new date by now, nobody hears that there is none.
  await mailPostponed(fact("event.postponed"));
  expect(await written("event.postponed")).toHaveLength(1);
  const again = await mailOf("event.rescheduled", id);
  const lines = (name: string) =>
    [first, told, again].map(({ ics }) => new RegExp(`^${name}:(.*)\r?$`, "m").exec(ics ?? "")?.[1]?.trim());
  expect(lines("METHOD")).toEqual(["REQUEST", "CANCEL", "REQUEST"]);
  expect(lines("STATUS")).toEqual(["CONFIRMED", "CANCELLED", "CONFIRMED"]);
  expect(new Set(lines("UID")).size).toBe(1);
  const [one, two, three] = lines("SEQUENCE").map(Number);
  expect([Number(two) - Number(one), Number(three) - Number(two)]).toEqual([1, 1]);
});

it("who was registered by a colleague hears by whom, and what the event still asks", async () => {
  const { event } = await anEventWith({ capacity: 5 });
  const question = await aQuestion(event, { required: true });
  const id = await registered(event.id, { answers: { [fieldOf(question.id)]: "Austausch" } });
  const input = { registrationId: id, name: "Ben", email: `${crypto.randomUUID()}@example.org` };
  await registerColleague({ actor: seatActor({ id, eventId: event.id }), input });
  const isBen = and(eq(registrations.eventId, event.id), ne(registrations.id, id));
  const [ben] = await db().select().from(registrations).where(isBen);
  const mail = await mailOf("registration.confirmed", ben?.id ?? "reg_none");
  expect(mail.text).toContain("Ada Beispiel hat Sie angemeldet.");
  expect(mail.text).toContain("Die Veranstaltung fragt Sie noch etwas.");
  const own = (await mailOf("registration.confirmed", id)).text;
  expect(own).not.toContain("hat Sie angemeldet");
  expect(own).not.toContain("fragt Sie noch etwas");
});
