import { and, eq, ne } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkWindows } from "@/db/schema/matchmaking";
import { circulars } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { invitations, seatPlans } from "@/db/schema/registration";
import { guest, system } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { anAnswer, aQuestion } from "@/db/testing/forms";
import { aRegistration } from "@/db/testing/makers";
import { formForDesk } from "@/domain/forms/queries";
import { planTalkHours } from "@/domain/matchmaking/commands/plan-talk-hours";
import { changeMailSettings } from "@/domain/notifications/commands/change-mail-settings";
import { changeMailWording } from "@/domain/notifications/commands/change-mail-wording";
import { saveCircular } from "@/domain/notifications/commands/save-circular";
import { mailSettingsOf } from "@/domain/notifications/queries/settings";
import { changeSeatRules } from "@/domain/registration/commands/change-seat-rules";
import { createInvitation } from "@/domain/registration/commands/create-invitation";
import { planCopies } from "./plan-copies";

const now = new Date("2027-01-12T10:00:00Z");
type Desk = Awaited<ReturnType<typeof aDesk>>;

const plan = ({ event, actor }: Desk, days: readonly string[], idempotencyKey?: string) =>
  planCopies({ actor, input: { eventId: event.id, days }, now, idempotencyKey });
const copiesIn = ({ event }: Desk) =>
  db()
    .select()
    .from(events)
    .where(and(eq(events.networkId, event.networkId), ne(events.id, event.id)));

describe("planCopies", () => {
  it("gives each copy the seats and the hours for talks, moved with it, and no registration", async () => {
    const desk = await aDesk({ kind: "matchmaking", capacity: 12, waitlist: false });
    await anAnswer(await aRegistration(desk.event), await aQuestion(desk.event), "Austausch");
    const hours = { slotMinutes: 15, pauseMinutes: 5 };
    const [startsAt, endsAt] = [new Date("2027-03-21T09:30:00Z"), new Date("2027-03-21T10:30:00Z")];
    await db()
      .insert(talkWindows)
      .values({ eventId: desk.event.id, startsAt, endsAt, ...hours });
    const result = await plan(desk, ["2027-03-28", "2027-03-22"]);
    expect(result).toMatchObject({ ok: true, value: { locale: "de", copies: [{}, {}] } });
    const moved = {
      ...hours,
      startsAt: new Date("2027-03-28T08:30:00Z"),
      endsAt: new Date("2027-03-28T09:30:00Z"),
    };
    const eventId = (result.ok && result.value.copies[1]?.eventId) || "evt_none";
    const windowOf = async () =>
      (await db().select().from(talkWindows).where(eq(talkWindows.eventId, eventId)))[0];
    expect(await windowOf()).toMatchObject(moved);
    const [seats] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
    expect(seats).toMatchObject({ capacity: 12, waitlist: false, confirmed: 0, waiting: 0 });
    const form = (await formForDesk(desk.actor, eventId)) ?? [];
    expect(form.map(({ kind, answers }) => [kind, answers])).toEqual([["text", 0]]);
    // What follows a new event by rule leaves hours that are set as they are.
    await planTalkHours({ actor: system, input: { eventId } });
    expect(await windowOf()).toMatchObject(moved);
  });

  it("gives seats by the same rules and sends the same mails, and leaves codes and messages behind", async () => {
    const desk = await aDesk({ capacity: 12 });
    const { actor, event } = desk;
    const eventId = event.id;
    const rules = { approval: true, invitationOnly: true, switchHours: 24 };
    await db().update(seatPlans).set({ onsiteCapacity: 8 }).where(eq(seatPlans.eventId, eventId));
    await changeSeatRules({ actor, input: { eventId, ...rules } });
    const words = { thanks: { textDe: "Danke!" }, dayBefore: { subjectEn: "Tomorrow: {event}" } };
    const mails = { hourBefore: true, thanks: true };
    await changeMailSettings({ actor, input: { eventId, ...mails } });
    for (const [mail, wording] of Object.entries(words))
      await changeMailWording({ actor, input: { eventId, mail, ...wording } });
    expect((await createInvitation({ actor, input: { eventId, maxUses: 3 } })).ok).toBe(true);
    const message = { statuses: "confirmed", subjectDe: "Nur einmal", bodyDe: "Bis morgen!" };
    expect((await saveCircular({ actor, input: { eventId, ...message } })).ok).toBe(true);
    const result = await plan(desk, ["2027-03-28"]);
    if (!result.ok) throw new Error(result.failure.reason);
    const copy = result.value.copies[0]?.eventId ?? "evt_none";
    const [seats] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, copy));
    expect(seats).toMatchObject({ capacity: 12, onsiteCapacity: 8, ...rules });
    expect(await mailSettingsOf(copy)).toEqual(await mailSettingsOf(eventId));
    expect(await mailSettingsOf(copy)).toMatchObject({ ...mails, words, dayBefore: false });
    expect(await db().select().from(invitations).where(eq(invitations.eventId, copy))).toEqual([]);
    expect(await db().select().from(circulars).where(eq(circulars.eventId, copy))).toEqual([]);
  });

  it("R23: makes the copies of one form once, however often it is sent at once", async () => {
    const desk = await aDesk();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => plan(desk, ["2027-03-28", "2027-03-29"], "one-intention")),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await copiesIn(desk)).toHaveLength(2);
  });

  it("makes them again for each form where no key tells that they are one", async () => {
    const desk = await aDesk();
    const answers = await Promise.all(Array.from({ length: 4 }, () => plan(desk, ["2027-03-28"])));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    const copies = await copiesIn(desk);
    expect(new Set(copies.map(({ slug }) => slug)).size).toBe(4);
  });

  it("leaves nothing behind when one of the days can't be", async () => {
    const desk = await aDesk();
    expect(await plan(desk, ["2027-03-28", "2027-01-02"])).toMatchObject({
      failure: { kind: "invalid", fields: { "days.1": ["in_the_past"] } },
    });
    expect(await copiesIn(desk)).toEqual([]);
  });

  it("looks like a missing event to everybody else", async () => {
    const desk = await aDesk();
    for (const actor of [guest, ...desk.strangers])
      expect(await plan({ ...desk, actor }, ["2027-03-28"])).toMatchObject({
        failure: { kind: "not_found" },
      });
    expect(await copiesIn(desk)).toEqual([]);
  });
});
