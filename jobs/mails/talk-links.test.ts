import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { openPersonalLink } from "@/auth/personal-link";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { requestMessages } from "@/db/schema/matchmaking-availability";
import { mails } from "@/db/schema/notifications";
import { personActor } from "@/db/testing/actors";
import { aGuest, aTalk } from "@/db/testing/group-talks";
import { aDraft, aPlanEvent, publish } from "@/db/testing/plans";
import { aTaker, aTalkEvent, aTalkRequest } from "@/db/testing/talks";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { shareContact } from "@/domain/matchmaking/commands/share-contact";
import type { MailKind } from "@/domain/notifications/labels";
import { newId } from "@/lib/ids";
import { setClock } from "@/lib/time/clock";
import { mailPlan } from "./plan";
import { writeTalkMails } from "./talk";
import { writeTalkDay } from "./talk-day";
import { mailTalkPeople } from "./talk-group";
import { mailContactShared, mailNudge } from "./talk-notices";
import { mailMessage, mailRequest } from "./talk-request";

type Taker = Awaited<ReturnType<typeof aTaker>>;

const mailTo = async ({ registration }: Taker, kind: MailKind): Promise<string> => {
  const [mail] = await db()
    .select()
    .from(mails)
    .where(and(eq(mails.toEmail, registration.email), eq(mails.kind, kind)));
  if (!mail) throw new Error(`no mail of ${kind}`);
  return mail.text;
};

/** Where the links of a mail lead in a browser that nobody is signed in to, without those to the registration itself. */
async function waysOf(text: string): Promise<string[]> {
  const links = [...new Set(text.match(/https?:\/\/\S+/g) ?? [])].map((link) => new URL(link));
  const ways = links.map(async (link) => {
    const token = link.pathname.split("/j/")[1];
    if (token === undefined) return `signed in only: ${link.pathname}${link.search}`;
    const { to, cookies } = await openPersonalLink(new Request(link), token);
    expect(cookies.join("\n")).toMatch(/plenum-seats=\S/);
    return to;
  });
  return (await Promise.all(ways)).filter((way) => /\/(me|room)\b/.test(way));
}

describe("mails about talks lead to them without a sign-in", () => {
  it("the plan", async () => {
    const world = await aPlanEvent(2);
    await aDraft(world, [[0, 1, 0]]);
    expect(await publish(world)).toMatchObject({ ok: true });
    const facts = await db().select().from(outbox).where(eq(outbox.kind, "plan.published"));
    const own = facts.filter(({ payload }) => JSON.stringify(payload).includes(world.event.id));
    for (const { createdAt: at, ...fact } of own) await mailPlan({ ...fact, at });
    const [first] = world.takers;
    if (!first) throw new Error("nobody there");
    const ways = await waysOf(await mailTo(first, "plan.published"));
    expect(ways).toEqual([`/me/talks?event=${world.event.slug}&tab=plan`]);
  });

  it("the talks of tomorrow", async () => {
    const { event, anna } = await aTalk(await aTalkEvent());
    const restore = setClock(() => new Date(event.startsAt.getTime() - 20 * 3_600_000));
    const day = event.startsAt.toLocaleDateString("sv-SE", { timeZone: event.timeZone });
    await writeTalkDay({ registrationId: anna.registration.id, day });
    restore();
    const mail = await mailTo(anna, "meeting.reminder");
    expect(mail, "whose clock is meant").toMatch(/–\d\d:\d\d Uhr MES?Z\b/);
    const ways = await waysOf(mail);
    expect(new Set(ways)).toEqual(new Set([`/me/talks?event=${event.slug}&tab=plan`]));
  });

  it("a request that was declined, and what was written about one to who had asked", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
    const payload = { requestId: request.id, eventId: event.id };
    const fact = (kind: string) => ({ id: newId("fact"), kind, at: new Date(), payload });
    await mailRequest("meeting.declined")(fact("meeting.declined"));
    expect(await waysOf(await mailTo(anna, "meeting.declined"))).toEqual([
      `/me/talks?event=${event.slug}&tab=suggestions`,
    ]);
    const [said] = await db()
      .insert(requestMessages)
      .values({ requestId: request.id, personId: ben.person.id, text: "Wann passt es?" })
      .returning();
    const written = fact("meeting.written");
    await mailMessage({ ...written, payload: { ...payload, messageId: said?.id } });
    expect(await waysOf(await mailTo(anna, "meeting.requested"))).toEqual([
      `/me/talks?event=${event.slug}&tab=requests`,
    ]);
  });

  it("an agreed talk, one that is called off, one that somebody joins, and who is missing from it", async () => {
    const talk = await aTalk(await aTalkEvent());
    const { event, anna, ben, meetingId } = talk;
    // „Zum Gespräch“ as well: the room is still closed, and the page says until when.
    const page = `/me/talks/${meetingId}`;
    const plan = `/me/talks?event=${event.slug}&tab=plan`;
    await writeTalkMails("meeting.accepted", meetingId, "once");
    expect(await waysOf(await mailTo(anna, "meeting.accepted"))).toEqual([page, page]);
    const payload = { meetingId, eventId: event.id, personId: ben.person.id };
    const fact = { id: newId("fact"), kind: "meeting.nudged", at: event.startsAt, payload };
    await mailNudge(fact);
    expect(await waysOf(await mailTo(ben, "meeting.reminder"))).toEqual([page, page]);
    const given = { meetingId, share: "yes" };
    await shareContact({ actor: personActor(ben.person), input: given, now: event.startsAt });
    await mailContactShared({ ...fact, kind: "meeting.contact_shared" });
    expect(await waysOf(await mailTo(anna, "meeting.contact"))).toEqual([`/me/talks/${meetingId}`]);
    const cem = await aTaker(event);
    await aGuest(talk, cem);
    await mailTalkPeople("joined")({ ...fact, payload: { ...payload, personId: cem.person.id } });
    expect(await waysOf(await mailTo(cem, "meeting.accepted"))).toEqual([page, page]);
    await cancelMeeting({ actor: personActor(anna.person), input: { meetingId } });
    await writeTalkMails("meeting.cancelled", meetingId, "once");
    expect(await waysOf(await mailTo(ben, "meeting.cancelled"))).toEqual([plan]);
  });
});
