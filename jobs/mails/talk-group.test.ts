import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { mails } from "@/db/schema/notifications";
import { personActor, system } from "@/db/testing/actors";
import { aGuest, anOffer, aTalk } from "@/db/testing/group-talks";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { meetingFileFor } from "@/domain/calendar/queries";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { inviteToTalk } from "@/domain/matchmaking/commands/invite-to-talk";
import { subjectStatus } from "@/domain/notifications/queries/mailbox";
import { wipePerson } from "@/domain/privacy/commands/wipe-person";
import { mailGuest, mailTalkPeople } from "./talk-group";

/** What was told last with this kind, as the outbox hands it to its subscriber. */
async function factOf(kind: string) {
  const facts = await db().select().from(outbox).where(eq(outbox.kind, kind));
  const fact = facts.at(-1);
  if (!fact) throw new Error(`nobody told ${kind}`);
  return { ...fact, at: fact.createdAt };
}
const mailsAbout = (subjectId: string) =>
  db().select().from(mails).where(eq(mails.subjectId, subjectId)).orderBy(mails.toEmail);
const sequenceIn = (ics: string | null) => ics?.match(/^SEQUENCE:(\d+)/m)?.[1];

describe("mails about further people in a talk", () => {
  it("ask the other side, and only after its yes the person; each with a link that leads to a page", async () => {
    const talk = await aTalk(await aTalkEvent());
    const cem = await aTaker(talk.event);
    const input = { meetingId: talk.meetingId, personId: cem.person.id };
    const proposed = await inviteToTalk({ actor: personActor(talk.anna.person), input });
    if (!proposed.ok) throw new Error(proposed.failure.reason);
    const fact = await factOf("meeting.guest_proposed");
    await mailGuest("talkProposed")(fact);
    await mailGuest("talkProposed")(fact);
    const [asked, ...more] = await mailsAbout(proposed.value.invitationId);
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ toEmail: talk.ben.registration.email, kind: "meeting.invited", ics: null });
    expect(asked?.text).toMatch(/\/t\/\S+/);
    expect(await subjectStatus(db(), proposed.value.invitationId)).toMatchObject({ status: "proposed" });

    const other = await aTalk(talk.event, 1);
    const offered = await anOffer(other, cem);
    await mailGuest("talkInvited")(await factOf("meeting.guest_invited"));
    const [invited] = await mailsAbout(offered);
    expect(invited?.toEmail).toBe(cem.registration.email);
    for (const { registration } of [other.anna, other.ben])
      expect(invited?.text).toContain(registration.name.replaceAll(".", ".\u200B"));
  });

  it("send everybody the appointment with a higher SEQUENCE, and cancel it for who left", async () => {
    const talk = await aTalk(await aTalkEvent());
    const cem = await aTaker(talk.event);
    await aGuest(talk, cem);
    await mailTalkPeople("joined")(await factOf("meeting.joined"));
    const joined = await mailsAbout(talk.meetingId);
    expect(joined.map(({ toEmail, icsMethod, ics }) => [toEmail, icsMethod, sequenceIn(ics)])).toEqual(
      [talk.anna, talk.ben, cem]
        .map(({ registration }) => [registration.email, "REQUEST", "1"])
        .sort(([a = ""], [b = ""]) => a.localeCompare(b)),
    );
    expect(new Set(joined.map(({ ics }) => ics?.match(/^UID:.+/m)?.[0])).size).toBe(1);
    const own = await meetingFileFor(personActor(cem.person), talk.meetingId);
    expect(own).toMatch(/SUMMARY:Gespräch mit \S+ und \S+/);

    await cancelMeeting({ actor: personActor(talk.anna.person), input: { meetingId: talk.meetingId } });
    const left = await factOf("meeting.left");
    await mailTalkPeople("left")(left);
    const since = (await mailsAbout(talk.meetingId)).filter(({ id }) => !joined.some((one) => one.id === id));
    expect(
      new Map(since.map(({ toEmail, icsMethod, ics }) => [toEmail, [icsMethod, sequenceIn(ics)]])),
    ).toEqual(
      new Map([
        [talk.anna.registration.email, ["CANCEL", "2"]],
        [talk.ben.registration.email, ["REQUEST", "2"]],
        [cem.registration.email, ["REQUEST", "2"]],
      ]),
    );
  });

  it("R25: who was erased is out of the talk, which goes on, and the others hear it without the name", async () => {
    const talk = await aTalk(await aTalkEvent());
    const cem = await aTaker(talk.event);
    await aGuest(talk, cem);
    await wipePerson({ actor: system, input: { personId: cem.person.id } });
    await mailTalkPeople("left")(await factOf("meeting.left"));
    const about = await db()
      .select()
      .from(mails)
      .where(and(eq(mails.subjectId, talk.meetingId), eq(mails.icsMethod, "REQUEST")));
    const told = about.filter(({ text }) => text.includes("Jemand ist bei Ihrem Gespräch nicht mehr dabei"));
    expect(told).toHaveLength(2);
    for (const mail of told) expect(JSON.stringify(mail)).not.toContain(cem.person.name);
  });
});
