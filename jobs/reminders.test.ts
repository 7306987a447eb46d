import { eq, inArray, like } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetings } from "@/db/schema/matchmaking";
import { mailRefusals, mailSettings, mails } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { liveSessions } from "@/db/schema/rooms";
import { personActor } from "@/db/testing/actors";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { setClock } from "@/lib/time/clock";
import { refusalHash } from "@/lib/tokens";
import { PART } from "./mails/parts";
import { writeReminders } from "./reminders";

const HOUR = 3_600_000;
const startsAt = new Date("2027-03-28T08:00:00Z");
let restore: () => void = () => undefined;
afterEach(() => restore());
const at = (hoursBefore: number, start = startsAt) => {
  restore();
  restore = setClock(() => new Date(start.getTime() - hoursBefore * HOUR));
};
const remindersOf = (id: string) =>
  db()
    .select()
    .from(mails)
    .where(like(mails.dedupeKey, `%.reminder:${id}:%`))
    .orderBy(mails.createdAt);

describe("reminders", () => {
  it.each([
    ["28 March", "2027-03-28T08:00:00Z", "10:00–11:30 Uhr MESZ"],
    ["31 October", "2027-10-31T09:00:00Z", "10:00–11:30 Uhr MEZ"],
    // A day before, the clocks show this time twice.
    ["the night after", "2027-11-01T00:30:00Z", "01:30–03:00 Uhr MEZ"],
    ["the night of the gap", "2027-03-28T00:45:00Z", "01:45 Uhr MEZ – 04:15 Uhr MESZ"],
  ])("R14: come a day and an hour before, once each, also on %s", async (_night, starts, clock) => {
    const start = new Date(starts);
    const event = await anEvent({ startsAt: start });
    const early = new Date(start.getTime() - 100 * HOUR);
    const { id } = await aRegistration(event, { confirmedAt: early });
    at(24.1, start);
    await writeReminders();
    expect(await remindersOf(id)).toHaveLength(0);
    at(24, start);
    await Promise.all([writeReminders(), writeReminders()]);
    for (const hours of [23.75, 23.5, 23, 22.5, 22]) {
      at(hours, start);
      await writeReminders();
    }
    const [day, ...more] = await remindersOf(id);
    expect(more).toEqual([]);
    expect(day).toMatchObject({ kind: "registration.reminder", ics: null });
    expect(day?.text).toContain(clock);
    at(1, start);
    await writeReminders();
    await writeReminders();
    expect((await remindersOf(id)).map(({ subject }) => subject.split(":")[0])).toEqual(["Morgen", "Gleich"]);
  });

  it("not for who cancelled, waits, or registered only since; and anew when the event has moved", async () => {
    const event = await anEvent({ startsAt });
    const early = { confirmedAt: new Date(startsAt.getTime() - 100 * HOUR) };
    const none = [
      await aRegistration(event, { ...early, status: "cancelled" }),
      await aRegistration(event, { ...early, status: "waiting" }),
      await aRegistration(event, { confirmedAt: new Date(startsAt.getTime() - 23 * HOUR) }),
    ];
    const { id } = await aRegistration(event, early);
    at(22);
    await writeReminders();
    for (const row of none) expect(await remindersOf(row.id)).toEqual([]);
    expect(await remindersOf(id)).toHaveLength(1);
    const later = new Date(startsAt.getTime() + 48 * HOUR);
    await db()
      .update(events)
      .set({ startsAt: later, endsAt: new Date(later.getTime() + HOUR) })
      .where(eq(events.id, event.id));
    at(23, later);
    await writeReminders();
    expect(await remindersOf(id)).toHaveLength(2);
    await db().delete(registrations).where(eq(registrations.eventId, event.id));
  });

  it("both people of a talk hear of it ten minutes before", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
    const input = { requestId: request.id, answer: slotAt(event, 0).toISOString() };
    await answerRequest({ actor: personActor(ben.person), input });
    const [meeting] = await db().select().from(meetings).where(eq(meetings.requestId, request.id));
    at(10 / 60, event.startsAt);
    await writeReminders();
    await writeReminders();
    expect((await remindersOf(meeting?.id ?? "")).map(({ toEmail }) => toEmail).sort()).toEqual(
      [anna.person.email, ben.person.email].sort(),
    );
  });
});

const mailsOf = (id: string) =>
  db().select().from(mails).where(eq(mails.subjectId, id)).orderBy(mails.createdAt);
const early = new Date(startsAt.getTime() - 100 * HOUR);

describe("what an organizer may switch off or on", () => {
  it("no reminder where none is wanted", async () => {
    const event = await anEvent({ startsAt });
    const { id } = await aRegistration(event, { confirmedAt: early });
    await db().insert(mailSettings).values({ eventId: event.id, dayBefore: false });
    at(23);
    await writeReminders();
    expect(await mailsOf(id)).toEqual([]);
    at(1);
    await writeReminders();
    expect(await mailsOf(id)).toHaveLength(1);
  });

  it("'live now' comes once, when the room is open, and not to whoever said yes since or comes on site", async () => {
    const event = await anEvent({ startsAt, status: "live" });
    const { id } = await aRegistration(event, { confirmedAt: early });
    const late = await aRegistration(event, { confirmedAt: startsAt });
    const onsite = await aRegistration(event, { confirmedAt: early, attendance: "onsite" });
    const openedAt = new Date(startsAt.getTime() - HOUR / 6);
    await db()
      .insert(liveSessions)
      .values({ eventId: event.id, mode: "stage", opensAt: openedAt, endsAt: event.endsAt, openedAt });
    const lives = async (of: string) =>
      (await mailsOf(of)).filter(({ kind }) => kind === "registration.live");
    at(9 / 60);
    await writeReminders();
    expect(await lives(id)).toEqual([]);
    at(0);
    await Promise.all([writeReminders(), writeReminders()]);
    await writeReminders();
    expect(await lives(id)).toMatchObject([{ ics: null, unsubscribe: null }]);
    for (const none of [late, onsite]) expect(await lives(none.id)).toEqual([]);
  });

  it("thanks come only where wanted, with a way to end them, and not to whoever has ended them", async () => {
    const event = await anEvent({ startsAt });
    const proven = { confirmedAt: early, provenAt: early };
    const { id } = await aRegistration(event, proven);
    const refused = await aRegistration(event, proven);
    const typed = await aRegistration(event, { confirmedAt: early });
    const { networkId } = event;
    const addressHash = refusalHash({ networkId, email: refused.email });
    await db().insert(mailRefusals).values({ addressHash, networkId });
    // The event lasts 90 minutes.
    at(-2);
    await writeReminders();
    expect(await mailsOf(id)).toEqual([]);
    const thanks = { thanks: true, thanksDe: "Bis bald!", feedbackUrl: "https://example.org/umfrage" };
    await db()
      .insert(mailSettings)
      .values({ eventId: event.id, ...thanks });
    await writeReminders();
    await writeReminders();
    const [mail, ...more] = await mailsOf(id);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: "registration.thanks" });
    expect(mail?.text).toContain("Bis bald!");
    expect(mail?.text).toContain("https://example.org/umfrage");
    expect(mail?.unsubscribe).toMatch(/\/api\/unsubscribe\/[\w.-]+$/);
    for (const none of [refused, typed]) expect(await mailsOf(none.id)).toEqual([]);
  });

  it("a crowd that can no longer be reminded in time does not stand before those who can", async () => {
    const missed = await anEvent({ startsAt: new Date(startsAt.getTime() - 17 * HOUR) });
    const rows = Array.from({ length: PART + 1 }, (_, index) => ({
      ...{ eventId: missed.id, email: `zuspaet${index}@example.org`, name: `Zu spät ${index}` },
      ...{ status: "confirmed" as const, place: index + 1, confirmedAt: early },
    }));
    await db().insert(registrations).values(rows);
    const { id } = await aRegistration(await anEvent({ startsAt }), { confirmedAt: early });
    at(23);
    await writeReminders();
    expect(await remindersOf(id)).toHaveLength(1);
    expect(await db().$count(mails, eq(mails.eventId, missed.id))).toBe(0);
    await db().delete(registrations).where(eq(registrations.eventId, missed.id));
  });

  it("reach everybody of a large event in one run, whatever is already written (R10)", async () => {
    const event = await anEvent({ startsAt });
    const rows = Array.from({ length: 230 }, (_, index) => ({
      eventId: event.id,
      email: `viele${index}@example.org`,
      name: `Viele ${index}`,
      status: "confirmed" as const,
      place: index + 1,
      confirmedAt: early,
    }));
    await db().insert(registrations).values(rows);
    at(24);
    expect(await writeReminders()).toBeGreaterThanOrEqual(230);
    const written = await db().select().from(mails).where(eq(mails.eventId, event.id));
    expect(new Set(written.map(({ toEmail }) => toEmail)).size).toBe(230);
    expect(written).toHaveLength(230);
    // As if the worker had died after a part: what is missing is written, what is there stays.
    const gone = written.slice(0, 60).map(({ id }) => id);
    await db().delete(mails).where(inArray(mails.id, gone));
    await writeReminders();
    expect(await db().$count(mails, eq(mails.eventId, event.id))).toBe(230);
    await db().delete(registrations).where(eq(registrations.eventId, event.id));
  });
});
