import { eq, like } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetings } from "@/db/schema/matchmaking";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { personActor } from "@/db/testing/actors";
import { agreeOn, anAgreedTalk } from "@/db/testing/talk-rooms";
import { aTaker, slotAt } from "@/db/testing/talks";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { rescheduleMeeting } from "@/domain/matchmaking/commands/reschedule-meeting";
import type { Id } from "@/lib/ids";
import { setClock } from "@/lib/time/clock";
import { mailTalk } from "./mails/talk";
import { writeReminders } from "./reminders";

const HOUR = 3_600_000;
let restore: () => void = () => undefined;
afterEach(() => restore());
const at = (start: Date, hoursBefore: number) => {
  restore();
  restore = setClock(() => new Date(start.getTime() - hoursBefore * HOUR));
};

/** As if all talks had been agreed on long before. */
const agreedEarly = (eventId: Id<"event">, start: Date) =>
  db()
    .update(meetings)
    .set({ createdAt: new Date(start.getTime() - 100 * HOUR) })
    .where(eq(meetings.eventId, eventId));

const plansOf = (registrationId: string) =>
  db()
    .select()
    .from(mails)
    .where(like(mails.dedupeKey, `meeting.tomorrow:${registrationId}:%`));

describe("a day before, one mail with the talks of the day", () => {
  it.each([
    ["28 March", "2027-03-28T08:00:00Z", "28. März", "10:00–10:20"],
    ["31 October", "2027-10-31T09:00:00Z", "31. Oktober", "10:00–10:20"],
    ["the night of the gap", "2027-03-28T00:30:00Z", "28. März", "01:30–01:50"],
    ["the hour that comes twice", "2027-10-31T00:30:00Z", "31. Oktober", "02:30–02:50"],
    ["the end of the long day", "2027-10-31T20:30:00Z", "31. Oktober", "21:30–21:50"],
  ])("R14: once, also on %s", async (_night, starts, day, clock) => {
    const start = new Date(starts);
    const talk = await anAgreedTalk({ startsAt: start, endsAt: new Date(start.getTime() + 90 * 60_000) });
    await agreedEarly(talk.event.id, start);
    at(start, 24.1);
    await writeReminders();
    expect(await plansOf(talk.anna.registration.id)).toEqual([]);
    at(start, 24);
    await Promise.all([writeReminders(), writeReminders()]);
    expect(await plansOf(talk.anna.registration.id)).toHaveLength(1);
    for (const hours of [23.5, 23, 20, 13]) {
      at(start, hours);
      await writeReminders();
    }
    for (const { registration } of [talk.anna, talk.ben]) {
      const [plan, ...more] = await plansOf(registration.id);
      expect(more).toEqual([]);
      expect(plan).toMatchObject({ icsMethod: "PUBLISH", kind: "meeting.reminder" });
      expect(plan?.subject).toContain(day);
      expect(plan?.text).toContain(clock);
    }
  });

  it("names all talks of that day, in one calendar, and the reader's own time", async () => {
    const start = new Date("2027-03-28T08:00:00Z");
    const talk = await anAgreedTalk({ startsAt: start, endsAt: new Date(start.getTime() + 90 * 60_000) });
    const cem = await aTaker(talk.event, { name: "Cem Beispiel" });
    const off = await aTaker(talk.event, { name: "Dora Muster" });
    await agreeOn({ ...talk, ben: cem }, 2);
    const gone = await agreeOn({ ...talk, ben: off }, 1);
    await cancelMeeting({ actor: personActor(off.person), input: { meetingId: gone } });
    const { id } = talk.anna.registration;
    await db().update(registrations).set({ timeZone: "America/New_York" }).where(eq(registrations.id, id));
    await agreedEarly(talk.event.id, start);
    at(start, 23.2);
    await writeReminders();
    const [plan] = await plansOf(id);
    expect(plan?.subject).toMatch(/^Ihre 2 Gespräche am Sonntag, 28. März/);
    expect(plan?.text).toContain("Cem Beispiel");
    expect(plan?.text).toContain("04:00");
    expect(plan?.text).not.toContain("Dora Muster");
    expect(plan?.ics?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(plan?.ics).not.toContain(talk.ben.registration.email);
    expect(await plansOf(cem.registration.id)).toHaveLength(1);
    expect(await plansOf(off.registration.id)).toEqual([]);
  });

  it("not for talks that were agreed on, or moved there, within that day", async () => {
    const start = new Date("2027-10-31T09:00:00Z");
    const talk = await anAgreedTalk({ startsAt: start, endsAt: new Date(start.getTime() + 90 * 60_000) });
    await db()
      .update(meetings)
      .set({ createdAt: new Date(start.getTime() - 20 * HOUR) })
      .where(eq(meetings.eventId, talk.event.id));
    at(start, 19);
    await writeReminders();
    expect(await plansOf(talk.anna.registration.id)).toEqual([]);
    await agreedEarly(talk.event.id, start);
    const startsAt = slotAt(talk.event, 1).toISOString();
    await rescheduleMeeting({
      actor: personActor(talk.anna.person),
      input: { meetingId: talk.meetingId, startsAt },
    });
    await writeReminders();
    expect(await plansOf(talk.anna.registration.id)).toEqual([]);
  });
});

describe("ten minutes before, one mail for each", () => {
  it.each([
    ["just before the gap", "2027-03-28T00:55:00Z", "01:55 Uhr MEZ"],
    ["just after the gap", "2027-03-28T01:05:00Z", "03:05"],
    ["in the hour that comes twice, the first time", "2027-10-31T00:05:00Z", "02:05"],
    ["in the hour that comes twice, the second time", "2027-10-31T01:05:00Z", "02:05"],
  ])("R14: %s", async (_night, starts, clock) => {
    const start = new Date(starts);
    const talk = await anAgreedTalk({ startsAt: start, endsAt: new Date(start.getTime() + 90 * 60_000) });
    await agreedEarly(talk.event.id, start);
    const written = () =>
      db()
        .select()
        .from(mails)
        .where(like(mails.dedupeKey, `meeting.reminder:${talk.meetingId}:%`));
    at(start, 11 / 60);
    await writeReminders();
    expect(await written()).toEqual([]);
    at(start, 10 / 60);
    await Promise.all([writeReminders(), writeReminders()]);
    at(start, 6 / 60);
    await writeReminders();
    const told = await written();
    expect(told.map(({ toEmail }) => toEmail).sort()).toEqual(
      [talk.anna, talk.ben].map(({ registration }) => registration.email).sort(),
    );
    for (const { text } of told) expect(text).toContain(clock);
  });
});

it("a talk that was moved stays the same entry of both calendars, with a higher sequence and the new time", async () => {
  const talk = await anAgreedTalk();
  const startsAt = slotAt(talk.event, 2).toISOString();
  const { meetingId } = talk;
  await rescheduleMeeting({ actor: personActor(talk.anna.person), input: { meetingId, startsAt } });
  const fact = {
    ...{ id: "fct_000000000001" as const, kind: "meeting.moved", at: new Date() },
    payload: { meetingId, eventId: talk.event.id },
  };
  await mailTalk("meeting.moved")(fact);
  await mailTalk("meeting.moved")(fact);
  const written = await db().select().from(mails).where(eq(mails.kind, "meeting.moved"));
  const mine = written.filter(({ subjectId }) => subjectId === meetingId);
  expect(mine.map(({ toEmail }) => toEmail).sort()).toEqual(
    [talk.anna, talk.ben].map(({ registration }) => registration.email).sort(),
  );
  for (const { ics, icsMethod, subject } of mine) {
    expect(icsMethod).toBe("REQUEST");
    expect(ics).toContain("SEQUENCE:1");
    expect(ics).toContain(`UID:${meetingId}@`);
    expect(subject).toMatch(/^Neue Zeit: /);
  }
});
