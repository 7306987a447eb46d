import { eq, like } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetings } from "@/db/schema/matchmaking";
import { mails } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { personActor } from "@/db/testing/actors";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { setClock } from "@/lib/time/clock";
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
  it("come a day and an hour before, once each, also over the night of the clock change", async () => {
    const event = await anEvent({ startsAt });
    const early = new Date(startsAt.getTime() - 100 * HOUR);
    const { id } = await aRegistration(event, { confirmedAt: early });
    at(24.1);
    await writeReminders();
    expect(await remindersOf(id)).toHaveLength(0);
    at(24);
    await Promise.all([writeReminders(), writeReminders()]);
    await writeReminders();
    expect(await remindersOf(id)).toMatchObject([{ kind: "registration.reminder", ics: null }]);
    at(1);
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
