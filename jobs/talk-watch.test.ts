import { eq, like } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { talkPresences } from "@/db/schema/matchmaking-talks";
import { mails } from "@/db/schema/notifications";
import { personActor } from "@/db/testing/actors";
import { anAgreedTalk, cameToTalk } from "@/db/testing/talk-rooms";
import { releaseMeeting } from "@/domain/matchmaking/commands/release-meeting";
import { shareContact } from "@/domain/matchmaking/commands/share-contact";
import { talkRecord } from "@/domain/matchmaking/queries/talk-records";
import { setClock } from "@/lib/time/clock";
import { mailTalk } from "./mails/talk";
import { mailContactShared, mailNudge } from "./mails/talk-notices";
import { closePresences, nudge } from "./talk-watch";

let restore: () => void = () => undefined;
afterEach(() => restore());
const at = (start: Date, seconds: number) => {
  restore();
  const now = new Date(start.getTime() + seconds * 1000);
  restore = setClock(() => now);
  return now;
};

const factsOf = async (kind: string, meetingId: string) => {
  const facts = await db().select().from(outbox).where(eq(outbox.kind, kind));
  return facts
    .filter(({ payload }) => JSON.stringify(payload).includes(meetingId))
    .map(({ id, payload, createdAt }) => ({ id, kind, payload, at: createdAt }));
};
const mailsOf = (meetingId: string, key: string) =>
  db()
    .select()
    .from(mails)
    .where(like(mails.dedupeKey, `${key}:${meetingId}:%`));

describe("the watch over talks", () => {
  it("T+2: whoever is missing gets one mail with the way into the room, however many workers look", async () => {
    const { anna, ben, meetingId, startsAt } = await anAgreedTalk();
    await cameToTalk(meetingId, anna.person, { from: 0 });
    at(startsAt, 125);
    await Promise.all([nudge(), nudge()]);
    const facts = await factsOf("meeting.nudged", meetingId);
    expect(facts).toHaveLength(1);
    for (const fact of [...facts, ...facts]) await mailNudge(fact);
    const written = await mailsOf(meetingId, "meeting.nudged");
    expect(written.map(({ toEmail }) => toEmail)).toEqual([ben.registration.email]);
    expect(written[0]?.subject).toBe(`${anna.registration.name} wartet auf Sie`);
    expect(written[0]?.text).toContain(`?next=talk&talk=${meetingId}`);
    at(startsAt, 240);
    expect(await nudge()).toBe(0);
  });

  it("closes what is over and not before, once", async () => {
    const { anna, meetingId, startsAt } = await anAgreedTalk();
    await cameToTalk(meetingId, anna.person, { from: 0, to: 900 });
    const rows = () => db().$count(talkPresences, eq(talkPresences.meetingId, meetingId));
    at(startsAt, 29 * 60);
    await closePresences();
    expect(await rows()).toBe(0);
    const now = at(startsAt, 31 * 60);
    await Promise.all([closePresences(), closePresences()]);
    expect(await rows()).toBe(2);
    expect(await talkRecord(meetingId, now)).toMatchObject({ state: "not_held", isClosed: true });
  });

  it("a talk that was given up leaves both calendars, without saying whose fault it was", async () => {
    const { anna, ben, meetingId, startsAt } = await anAgreedTalk();
    await cameToTalk(meetingId, anna.person, { from: 0 });
    const now = at(startsAt, 300);
    await releaseMeeting({ actor: personActor(anna.person), input: { meetingId }, now });
    for (const fact of await factsOf("meeting.released", meetingId)) await mailTalk("meeting.released")(fact);
    const written = await mailsOf(meetingId, "meeting.released");
    expect(written.map(({ toEmail, icsMethod }) => [toEmail, icsMethod]).sort()).toEqual(
      [anna, ben].map(({ registration }) => [registration.email, "CANCEL"]).sort(),
    );
    for (const { text, ics } of written) {
      expect(text).toContain("nur eine Person im Raum");
      expect(ics).toContain("SEQUENCE:1");
    }
  });

  it("who offers their address is told of to the other side once, and not when that one has already", async () => {
    const { anna, ben, meetingId, startsAt } = await anAgreedTalk();
    const share = (person: { id: `per_${string}` }) =>
      shareContact({ actor: personActor(person), input: { meetingId, share: "yes" }, now: startsAt });
    await share(anna.person);
    const [first] = await factsOf("meeting.contact_shared", meetingId);
    if (!first) throw new Error("no fact");
    await mailContactShared(first);
    await mailContactShared(first);
    await share(ben.person);
    for (const fact of await factsOf("meeting.contact_shared", meetingId)) await mailContactShared(fact);
    const written = await mailsOf(meetingId, "meeting.contact");
    expect(written.map(({ toEmail }) => toEmail)).toEqual([ben.registration.email]);
    expect(written[0]?.text).not.toContain(anna.registration.email);
  });
});
