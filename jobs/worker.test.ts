import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { cacheTags, outbox } from "@/db/schema/kernel";
import { meetings } from "@/db/schema/matchmaking";
import { mails } from "@/db/schema/notifications";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { requestMeeting } from "@/domain/matchmaking/commands/request-meeting";
import { cancelEvent } from "@/domain/programme/commands/cancel-event";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import type { Id } from "@/lib/ids";
import { startWorker } from "./worker";

let worker: Awaited<ReturnType<typeof startWorker>>;
beforeAll(async () => {
  worker = await startWorker();
}, 60_000);
afterAll(() => worker.stop());

const PATIENCE = { timeout: 15_000, interval: 100 };
const register = async (eventId: string) => {
  const email = `${randomUUID()}@example.org`;
  const input = { eventId, name: "Anna Beispiel", email, locale: "de" };
  const result = await registerForEvent({ actor: guest, input });
  if (!result.ok) throw new Error(result.failure.reason);
  const { registrationId } = result.value;
  return { email, registrationId };
};
const organizer = (networkId: Id<"network">) =>
  personActor({ id: "per_organizer" }, [{ role: "organizer", networkId }]);
const mailsTo = (email: string, kind: string) =>
  db()
    .select()
    .from(mails)
    .where(and(eq(mails.toEmail, email), eq(mails.kind, kind)));
const sentTo = (email: string, kind: string) =>
  vi.waitFor(async () => {
    const [mail] = await mailsTo(email, kind);
    expect(mail?.state).toBe("sent");
    if (!mail) throw new Error("no mail");
    return mail;
  }, PATIENCE);
const entryOf = (ics: string | null) => {
  const calendar = new ICAL.Component(ICAL.parse(ics ?? ""));
  const event = calendar.getFirstSubcomponent("vevent");
  if (!event) throw new Error("no entry");
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: event.getFirstPropertyValue("uid"),
    sequence: event.getFirstPropertyValue("sequence"),
  };
};

describe("the worker", () => {
  it("answers a registration with one mail: link into the room, text twin, calendar part", async () => {
    const event = await anEvent({ title: "KI direkt am Sensor" });
    const { email, registrationId } = await register(event.id);
    const mail = await sentTo(email, "registration.confirmed");
    expect(mail.subject).toContain("Sie sind dabei: KI direkt am Sensor");
    expect(mail.html).toMatch(/href="[^"]+\/j\/[^"]+\?next=room"/);
    expect(mail.text).toMatch(/Teilnehmen: http\S+\/j\/\S+\?next=room/);
    expect(mail.text).toContain("/datenschutz");
    expect(entryOf(mail.ics)).toMatchObject({ method: "REQUEST", uid: `${registrationId}@localhost` });
    expect(await mailsTo(email, "registration.confirmed")).toHaveLength(1);
  });

  it("takes the entry out of the calendar again when the registration is cancelled", async () => {
    const event = await anEvent();
    const { email, registrationId } = await register(event.id);
    const confirmed = await sentTo(email, "registration.confirmed");
    const actor = seatActor({ id: registrationId, eventId: event.id });
    await cancelRegistration({ actor, input: { registrationId } });
    const cancelled = await sentTo(email, "registration.cancelled");
    const [before, after] = [entryOf(confirmed.ics), entryOf(cancelled.ics)];
    expect(after).toMatchObject({ method: "CANCEL", uid: before.uid });
    expect(Number(after.sequence)).toBeGreaterThan(Number(before.sequence));
  });

  it("tells the place on the waiting list, and the one who moves up", async () => {
    const event = await anEvent({ capacity: 1 });
    const first = await register(event.id);
    const second = await register(event.id);
    const waiting = await sentTo(second.email, "registration.waiting");
    expect(waiting.text).toContain("Ihr Platz auf der Warteliste: 1");
    expect(waiting.ics).toBeNull();
    const actor = seatActor({ id: first.registrationId, eventId: event.id });
    await cancelRegistration({ actor, input: { registrationId: first.registrationId } });
    expect((await sentTo(second.email, "registration.promoted")).icsMethod).toBe("REQUEST");
  });

  it("tells everybody registered when the event is called off", async () => {
    const event = await anEvent();
    const { email } = await register(event.id);
    const confirmed = await sentTo(email, "registration.confirmed");
    await cancelEvent({ actor: organizer(event.networkId), input: { eventId: event.id } });
    const off = await sentTo(email, "event.cancelled");
    expect(entryOf(off.ics)).toMatchObject({ method: "CANCEL", uid: entryOf(confirmed.ics).uid });
  });

  it("bumps the cached pages of the event", async () => {
    const event = await anEvent();
    await register(event.id);
    await vi.waitFor(async () => {
      const [row] = await db()
        .select()
        .from(cacheTags)
        .where(eq(cacheTags.tag, `e/${event.slug}`));
      expect(row).toBeDefined();
    }, PATIENCE);
  });

  it("asks for a talk by a page, names the partner to both once agreed, and ends it with the registration", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const slots = [slotAt(event, 0).toISOString()];
    const note = "Schauen Sie auf http://evil.test";
    const input = { eventId: event.id, toPersonId: ben.person.id, slots, note };
    const asked = await requestMeeting({ actor: personActor(anna.person), input });
    if (!asked.ok) throw new Error(asked.failure.reason);
    const request = await sentTo(ben.person.email, "meeting.requested");
    expect(request.html).toMatch(/href="[^"]+\/t\/[^"]+"/);
    expect(request.html).not.toContain("http://evil.test");
    const answer = { requestId: asked.value.requestId, answer: slots[0] };
    await answerRequest({ actor: personActor(ben.person), input: answer });
    const mine = await sentTo(anna.person.email, "meeting.accepted");
    const theirs = await sentTo(ben.person.email, "meeting.accepted");
    expect(entryOf(mine.ics).uid).toBe(entryOf(theirs.ics).uid);
    expect(mine.subject).toContain(ben.person.name);
    expect(theirs.ics).not.toContain(anna.person.email);
    const cancel = { registrationId: anna.registration.id };
    await cancelRegistration({ actor: personActor(anna.person), input: cancel });
    const off = await sentTo(ben.person.email, "meeting.cancelled");
    expect(entryOf(off.ics)).toMatchObject({ method: "CANCEL", uid: entryOf(mine.ics).uid, sequence: 1 });
    const [meeting] = await db().select().from(meetings).where(eq(meetings.eventId, event.id));
    expect(meeting?.status).toBe("cancelled");
  });

  it("a fact told twice writes no second mail", async () => {
    const event = await anEvent();
    const { email } = await register(event.id);
    await sentTo(email, "registration.confirmed");
    await db().execute(sql`delete from fact_deliveries`);
    await db().update(outbox).set({ dispatchedAt: null });
    await db().execute(sql`select pg_notify('plenum_outbox', '')`);
    await vi.waitFor(async () => {
      const waiting = await db().select().from(outbox).where(sql`${outbox.dispatchedAt} is null`);
      expect(waiting).toEqual([]);
    }, PATIENCE);
    expect(await mailsTo(email, "registration.confirmed")).toHaveLength(1);
  });

  it("goes on by itself after the database has cut every connection", async () => {
    const event = await anEvent();
    await db().execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`);
    const { email } = await vi.waitFor(() => register(event.id), PATIENCE);
    await sentTo(email, "registration.confirmed");
  });
});
