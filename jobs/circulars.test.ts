import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { mailRefusals, mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { admissions, participations } from "@/db/schema/rooms";
import { personActor } from "@/db/testing/actors";
import { aCircular } from "@/db/testing/circulars";
import { aGuestOnSite } from "@/db/testing/door";
import { anAnswer, aQuestion } from "@/db/testing/forms";
import { aRegistration } from "@/db/testing/makers";
import { aLiveEvent, aStay, at, joined } from "@/db/testing/rooms";
import { anEventWith } from "@/db/testing/seats";
import { aTaker } from "@/db/testing/talks";
import { audienceCount, circularOf } from "@/domain/notifications/queries/circulars";
import { type Id, newId } from "@/lib/ids";
import { refusalHash } from "@/lib/tokens";
import { writeCirculars } from "./circulars";
import { mailTest } from "./mails/tests";

const soon = () => new Date(Date.now() + 60_000);
/** Everybody with a seat, by nothing else. */
const everybody = {
  ...{ id: newId("circular"), statuses: ["confirmed" as const], purpose: "event" as const },
  ...{ attendance: "all" as const, tag: "", questionId: null, answer: null, picked: false },
};
const mailsOf = (circularId: Id<"circular">) =>
  db().select().from(mails).where(eq(mails.circularId, circularId)).orderBy(mails.toEmail);

describe("an organizer's message", () => {
  it("goes to the people it is for, in their language, once each however many workers write it", async () => {
    const { event, circular } = await aCircular({
      state: "sending",
      releasedAt: soon(),
      statuses: ["confirmed", "waiting"],
      subjectEn: "News about {event}",
      bodyEn: "Hello {name},\n\nwe are starting.",
      button: "registration",
    });
    await aRegistration(event, { name: "Anna Beispiel", email: "a@example.org" });
    await aRegistration(event, { name: "Ben http://evil.test", email: "b@example.org", locale: "en" });
    await aRegistration(event, { email: "c@example.org", status: "waiting", confirmedAt: null });
    await aRegistration(event, { email: "d@example.org", status: "cancelled" });
    await aRegistration(event, { email: "e@example.org", createdAt: new Date(Date.now() + 3_600_000) });
    await Promise.all([writeCirculars(), writeCirculars()]);
    await writeCirculars();
    const written = await mailsOf(circular.id);
    expect(written.map(({ toEmail }) => toEmail)).toEqual([
      "a@example.org",
      "b@example.org",
      "c@example.org",
    ]);
    const [anna, ben] = written;
    expect(anna).toMatchObject({ subject: `Neues zu ${event.title}`, unsubscribe: null, ics: null });
    expect(anna?.text).toContain("Guten Tag Anna Beispiel,");
    expect(anna?.text).toMatch(/\/j\/[\w.-]+/);
    expect(ben).toMatchObject({ subject: `News about ${event.title}` });
    expect(ben?.text).not.toContain("http://evil.test");
    expect(await circularOf(circular.id)).toMatchObject({ state: "sent" });
  });

  it("reaches who has not answered what follows a registration", async () => {
    const { event, circular } = await aCircular({ presence: "unanswered" });
    const follows = await aQuestion(event, { stage: "followUp" });
    const [open, done] = [await aRegistration(event), await aRegistration(event)];
    await anAnswer(done, follows, "mittags");
    await anAnswer(open, await aQuestion(event), "etwas anderes");
    expect(await audienceCount(circular)).toBe(1);
    await anAnswer(open, follows, "abends");
    expect(await audienceCount(circular)).toBe(0);
  });

  it("reaches who asked and who holds an offer, where it is written to them", async () => {
    const { event, circular } = await aCircular({
      ...{ state: "sending", releasedAt: soon() },
      statuses: ["offered", "pending"],
    });
    const [offeredUntil, confirmedAt] = [soon(), null];
    await aRegistration(event, { email: "a@example.org", status: "offered", offeredUntil, confirmedAt });
    await aRegistration(event, { email: "b@example.org", status: "pending", confirmedAt });
    await aRegistration(event, { email: "c@example.org", status: "declined", confirmedAt });
    await aRegistration(event, { email: "d@example.org" });
    await writeCirculars();
    expect((await mailsOf(circular.id)).map(({ toEmail }) => toEmail)).toEqual([
      "a@example.org",
      "b@example.org",
    ]);
  });

  it("to who left reaches only who can want it: proven, not refused, and with a way to end it", async () => {
    const { event, circular } = await aCircular({
      ...{ state: "sending", releasedAt: soon() },
      statuses: ["confirmed", "declined", "cancelled"],
    });
    const provenAt = new Date();
    const gone = { status: "cancelled" as const, cancelledAt: new Date() };
    const declined = { status: "declined" as const, confirmedAt: null };
    await aRegistration(event, { email: "a@example.org" });
    await aRegistration(event, { email: "b@example.org", provenAt, ...gone });
    await aRegistration(event, { email: "c@example.org", provenAt, ...declined });
    await aRegistration(event, { email: "d@example.org", ...gone });
    await aRegistration(event, { email: "e@example.org", ...declined });
    await aRegistration(event, { email: "f@example.org", provenAt, ...gone });
    const { networkId } = event;
    const addressHash = refusalHash({ networkId, email: "f@example.org" });
    await db().insert(mailRefusals).values({ networkId, addressHash });
    await writeCirculars();
    const way = expect.stringMatching(/\/api\/unsubscribe\//);
    expect(await mailsOf(circular.id)).toMatchObject([
      { toEmail: "a@example.org", unsubscribe: null },
      { toEmail: "b@example.org", unsubscribe: way, text: expect.stringContaining("/unsubscribe?token=") },
      { toEmail: "c@example.org", unsubscribe: way },
    ]);
  });

  it("goes out under the event's name where its subject says nothing to a reader", async () => {
    const { event, circular } = await aCircular({
      ...{ state: "sending", releasedAt: soon(), subjectDe: "{organisation}" },
    });
    await aRegistration(event, { email: "a@example.org", organisation: "Musterwerk AG" });
    await aRegistration(event, { email: "b@example.org", organisation: "" });
    await writeCirculars();
    expect((await mailsOf(circular.id)).map(({ subject }) => subject)).toEqual([
      "Musterwerk AG",
      event.title,
    ]);
    expect(await circularOf(circular.id)).toMatchObject({ state: "sent" });
  });

  it("that can't be written keeps nobody else's from going out", async () => {
    const bad = await aCircular({ state: "sending", releasedAt: soon() });
    // No address has that many letters: whoever put it there, no mail goes there.
    await aRegistration(bad.event, { email: `${"a".repeat(300)}@example.org` });
    const good = await aCircular({ state: "sending", releasedAt: new Date(Date.now() + 120_000) });
    await aRegistration(good.event);
    await expect(writeCirculars()).rejects.toThrow("in part");
    expect(await mailsOf(good.circular.id)).toHaveLength(1);
    await db().delete(registrations).where(eq(registrations.eventId, bad.event.id));
  });

  it("that is news goes to proven addresses that did not refuse it, and can be refused", async () => {
    const { event, circular } = await aCircular({ state: "sending", releasedAt: soon(), purpose: "news" });
    const provenAt = new Date();
    const { email } = await aRegistration(event, { provenAt });
    const refused = await aRegistration(event, { provenAt });
    await aRegistration(event);
    const { networkId } = event;
    await db()
      .insert(mailRefusals)
      .values({ networkId, addressHash: refusalHash({ networkId, email: refused.email }) });
    await writeCirculars();
    const written = await mailsOf(circular.id);
    expect(written).toMatchObject([
      { toEmail: email, unsubscribe: expect.stringMatching(/\/api\/unsubscribe\//) },
    ]);
    expect(written[0]?.text).toContain("/unsubscribe?token=");
  });

  it("goes to who was there, or to who was not; a sound check is no presence", async () => {
    const { event } = await aLiveEvent();
    const [there, early, away] = [await aTaker(event), await aTaker(event), await aTaker(event)];
    const enter = async ({ person }: typeof there, tab: string) =>
      (await joined(event, personActor(person), { tab, now: at(1) })).admissionId;
    await aStay(event, { admissionId: await enter(there, "tab-there-1") }, { to: 600 });
    const admissionId = await enter(early, "tab-early-1");
    await aStay(event, { admissionId }, { to: 600 });
    const before = { joinedAt: at(-1_200), leftAt: at(-600) };
    await db().update(participations).set(before).where(eq(participations.admissionId, admissionId));
    const asked = { ...everybody, eventId: event.id };
    expect(await audienceCount({ ...asked, presence: "attended" })).toBe(1);
    expect(await audienceCount({ ...asked, presence: "absent" })).toBe(2);
    expect(await audienceCount({ ...asked, presence: "anyone" })).toBe(3);
    expect(await db().$count(admissions, eq(admissions.registrationId, away.registration.id))).toBe(0);
  });

  it("counts whom the door let in among those who were there, until it is taken back or they register anew", async () => {
    const { event } = await anEventWith({ capacity: 5, onsiteCapacity: 5 });
    const [inside, undone] = [await aGuestOnSite(event), await aGuestOnSite(event)];
    const anew = await aGuestOnSite(event, { renewals: 1 });
    const entry = { eventId: event.id, via: "code" as const, at: new Date() };
    await db()
      .insert(checkIns)
      .values([
        { ...entry, registrationId: inside.id },
        { ...entry, registrationId: anew.id },
        { ...entry, registrationId: undone.id, undoneAt: new Date() },
      ]);
    const asked = { ...everybody, eventId: event.id };
    expect(await audienceCount({ ...asked, presence: "attended" })).toBe(1);
    expect(await audienceCount({ ...asked, presence: "absent" })).toBe(2);
  });

  it("comes to its author as a test, with somebody's data and nobody's link", async () => {
    const { event, circular, ids, author } = await aCircular({ button: "room", purpose: "news" });
    await aRegistration(event, { name: "Anna Beispiel" });
    const payload = { ...ids, personId: author.id };
    const fact = { id: `fct_${crypto.randomUUID()}`, kind: "circular.tested", payload, at: new Date() };
    await mailTest(fact);
    await mailTest(fact);
    const written = await db().select().from(mails).where(eq(mails.subjectId, circular.id));
    expect(written).toMatchObject([{ toEmail: author.email, subject: `[Test] Neues zu ${event.title}` }]);
    expect(written[0]?.text).not.toMatch(/\/j\/|token=/);
    expect(await mailsOf(circular.id)).toEqual([]);
  });
});
