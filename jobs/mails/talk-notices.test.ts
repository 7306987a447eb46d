import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { personActor, system } from "@/db/testing/actors";
import { aGuest, aTalk } from "@/db/testing/group-talks";
import { cameToTalk } from "@/db/testing/talk-rooms";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { nudgeMissing } from "@/domain/matchmaking/commands/nudge-missing";
import { shareContact } from "@/domain/matchmaking/commands/share-contact";
import { setClock } from "@/lib/time/clock";
import { mailTalk } from "./talk";
import { mailContactShared, mailNudge } from "./talk-notices";

/** A talk of Anna, Ben and so many further people, all of them reading in this language. */
async function aTalkWith(more: number, locale: "de" | "en") {
  const event = await aTalkEvent();
  const talk = await aTalk(event);
  const guests = [];
  for (let nth = 0; nth < more; nth++) {
    const guest = await aTaker(event);
    await aGuest(talk, guest);
    guests.push(guest);
  }
  await db().update(registrations).set({ locale }).where(eq(registrations.eventId, event.id));
  return { ...talk, guests, startsAt: slotAt(event, 0) };
}
type Talk = Awaited<ReturnType<typeof aTalkWith>>;
type Taker = Talk["anna"];

const factsOf = async (kind: string, { meetingId }: Talk) =>
  (await db().select().from(outbox).where(eq(outbox.kind, kind)))
    .filter(({ payload }) => JSON.stringify(payload).includes(meetingId))
    .map(({ id, payload, createdAt: at }) => ({ id, kind, payload, at }));
const mailTo = async ({ registration }: Taker, kind: string) =>
  (
    await db()
      .select()
      .from(mails)
      .where(and(eq(mails.toEmail, registration.email), eq(mails.kind, kind)))
  )[0];
const plain = (text = "") => text.replaceAll("\u200B", "").replace(/\s+/g, " ");
const nameOf = ({ registration }: Taker) => registration.name;

describe("who is missing hears who waits, by how many they are", () => {
  it.each([
    ["de", 0, "ist im Raum und wartet auf Sie", "wartet auf Sie"],
    ["de", 1, "sind im Raum und warten auf Sie", "warten auf Sie"],
    ["en", 0, "is in the room and is waiting for you", "is waiting for you"],
    ["en", 1, "are in the room and are waiting for you", "are waiting for you"],
  ] as const)("%s, and %d more", async (locale, more, said, subject) => {
    const talk = await aTalkWith(more, locale);
    const { meetingId, anna, ben, guests, startsAt } = talk;
    const waiting = [anna, ...guests];
    for (const { person } of waiting) await cameToTalk(meetingId, person, { from: 0 });
    const now = new Date(startsAt.getTime() + 150_000);
    await nudgeMissing({ actor: system, input: { meetingId }, now });
    const restore = setClock(() => now);
    for (const fact of await factsOf("meeting.nudged", talk)) await mailNudge({ ...fact, at: now });
    restore();
    const mail = await mailTo(ben, "meeting.reminder");
    expect(plain(mail?.text)).toContain(said);
    expect(plain(mail?.subject)).toContain(subject);
    for (const one of waiting) expect(plain(mail?.subject)).toContain(nameOf(one));
    for (const one of waiting) expect(await mailTo(one, "meeting.reminder")).toBeUndefined();
  });
});

it("of two who are missing neither is told that the other waits", async () => {
  const talk = await aTalkWith(2, "de");
  const { meetingId, anna, ben, guests, startsAt } = talk;
  const [cem, dora] = guests;
  if (!cem || !dora) throw new Error("nobody there");
  for (const { person } of [anna, cem]) await cameToTalk(meetingId, person, { from: 0 });
  const now = new Date(startsAt.getTime() + 150_000);
  await nudgeMissing({ actor: system, input: { meetingId }, now });
  const restore = setClock(() => now);
  for (const fact of await factsOf("meeting.nudged", talk)) await mailNudge({ ...fact, at: now });
  restore();
  for (const [me, missing] of [
    [ben, dora],
    [dora, ben],
  ] as const) {
    const subject = plain((await mailTo(me, "meeting.reminder"))?.subject);
    for (const one of [anna, cem]) expect(subject).toContain(nameOf(one));
    expect(subject).not.toContain(nameOf(missing));
  }
});

it("of an address that is given all others hear who have not given theirs, each once", async () => {
  const talk = await aTalkWith(2, "de");
  const { meetingId, anna, ben, guests, startsAt: now } = talk;
  const share = ({ person }: Taker) =>
    shareContact({ actor: personActor(person), input: { meetingId, share: "yes" }, now });
  await share(anna);
  for (const fact of await factsOf("meeting.contact_shared", talk)) await mailContactShared(fact);
  for (const one of [ben, ...guests])
    expect(plain((await mailTo(one, "meeting.contact"))?.text)).toContain(nameOf(anna));
  expect(await mailTo(anna, "meeting.contact")).toBeUndefined();
  await share(ben);
  for (const fact of await factsOf("meeting.contact_shared", talk)) await mailContactShared(fact);
  const written = await db().select().from(mails).where(eq(mails.kind, "meeting.contact"));
  expect(written.filter(({ subjectId }) => subjectId === meetingId)).toHaveLength(3);
});

it.each([
  ["de", 0, "nur für Sie beide"],
  ["de", 2, "nur für Sie alle zusammen"],
  ["en", 0, "only for the two of you"],
  ["en", 2, "only for all of you"],
] as const)("a room is for as many as there are: %s, and %d more", async (locale, more, said) => {
  const talk = await aTalkWith(more, locale);
  for (const fact of await factsOf("meeting.accepted", talk)) await mailTalk("meeting.accepted")(fact);
  const mail = await mailTo(talk.anna, "meeting.accepted");
  expect(plain(mail?.text)).toContain(said);
  for (const one of [talk.ben, ...talk.guests]) expect(plain(mail?.subject)).toContain(nameOf(one));
});
