import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { aDesk } from "@/db/testing/agenda";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { listDueRegistrationMails } from "../queries/reminders";
import { mailSettingsOf } from "../queries/settings";
import { changeMailSettings } from "./change-mail-settings";
import { copyMailSettings } from "./copy-mail-settings";
import { decideHeldMail } from "./decide-held-mail";

const HOUR = 3_600_000;
const STARTS = new Date("2027-05-12T08:00:00Z");
const ENDS = new Date(STARTS.getTime() + 2 * HOUR);
const DAY_BEFORE = { kind: "registration.reminder", beforeMs: 24 * HOUR } as const;
const HOUR_BEFORE = { kind: "registration.reminder", beforeMs: HOUR } as const;
const THANKS = { kind: "registration.thanks" } as const;
const hours = (after: number) => new Date(STARTS.getTime() + after * HOUR);

async function aHeldEvent() {
  const desk = await aDesk({ startsAt: STARTS, endsAt: ENDS });
  const { event, actor } = desk;
  const boxes = { dayBefore: "on", hourBefore: "on", thanks: "on" };
  const change = (more: object) =>
    changeMailSettings({ actor, input: { eventId: event.id, ...boxes, ...more } });
  await change({ hold: "on" });
  const registered = await aRegistration(event, { confirmedAt: hours(-100), provenAt: hours(-100) });
  const decide = (mail: string, decision = "release", by = actor) =>
    decideHeldMail({ actor: by, input: { eventId: event.id, mail, decision } });
  const isDue = async (reminding: Parameters<typeof listDueRegistrationMails>[0], now: Date) =>
    (await listDueRegistrationMails(reminding, { now, limit: 1_000 })).some(({ id }) => id === registered.id);
  return { ...desk, change, decide, isDue };
}

describe("decideHeldMail", () => {
  it("lets the reminder of the day before go once it was looked through, and not before", async () => {
    const { decide, isDue } = await aHeldEvent();
    expect(await isDue(DAY_BEFORE, hours(-24))).toBe(false);
    expect(await decide("dayBefore")).toMatchObject({ ok: true });
    expect(await isDue(DAY_BEFORE, hours(-24))).toBe(true);
    expect(await decide("dayBefore", "hold")).toMatchObject({ ok: true });
    expect(await isDue(DAY_BEFORE, hours(-24))).toBe(false);
  });

  it("holds the thanks as well, each for itself, and never the hour before", async () => {
    const { decide, isDue } = await aHeldEvent();
    await decide("dayBefore");
    expect(await isDue(THANKS, hours(3))).toBe(false);
    expect(await isDue(HOUR_BEFORE, hours(-1))).toBe(true);
    await decide("thanks");
    expect(await isDue(THANKS, hours(3))).toBe(true);
  });

  it("is asked anew after a new date, and by a copy", async () => {
    const { event, actor, network, decide, isDue } = await aHeldEvent();
    await decide("dayBefore");
    const copy = await anEvent({ network });
    await copyMailSettings({ actor, input: { eventId: copy.id, fromEventId: event.id } });
    expect(await mailSettingsOf(copy.id)).toMatchObject({ hold: true, dayBeforeReleasedFor: null });
    const times = { startsAt: hours(48), endsAt: hours(50) };
    await db().update(events).set(times).where(eq(events.id, event.id));
    expect(await isDue(DAY_BEFORE, hours(24))).toBe(false);
  });

  it("stands in nobody's way where nothing is held", async () => {
    const { change, decide, isDue } = await aHeldEvent();
    await change({});
    expect(await isDue(DAY_BEFORE, hours(-24))).toBe(true);
    expect(await decide("dayBefore")).toMatchObject({ failure: { reason: "wrong_state" } });
  });

  it("is for the event's organizers, and knows two mails and no other", async () => {
    const { strangers, decide, isDue } = await aHeldEvent();
    for (const stranger of strangers) expect((await decide("dayBefore", "release", stranger)).ok).toBe(false);
    for (const mail of ["confirmed", "hourBefore", "cancelled", ""])
      expect(await decide(mail)).toMatchObject({ failure: { fields: { mail: ["invalid"] } } });
    expect(await isDue(DAY_BEFORE, hours(-24))).toBe(false);
  });
});
