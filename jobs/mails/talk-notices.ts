import type { MailContent } from "@/components/mails/content";
import { senderOf, whenLines } from "@/components/mails/frame";
import type { StoredFact } from "@/domain/kernel/outbox";
import { contactFact, nudgeFact } from "@/domain/matchmaking/events";
import { toAskForContact } from "@/domain/matchmaking/queries/contacts";
import {
  type Correspondent,
  type TalkCorrespondence,
  talkCorrespondence,
} from "@/domain/matchmaking/queries/correspondence";
import { talkRecord } from "@/domain/matchmaking/queries/talk-records";
import { translator } from "@/lib/i18n/translator";
import { namesIn, safeName } from "@/lib/mail/plain";
import { hostsOf, legalLinks, post } from "./parts";
import { companyText, partnerText, talkFoot, talkLink } from "./talk-words";

/** Who reads a notice, and the others of whom it tells something: one in most talks, up to three in one of four. */
type Notice = { me: Correspondent; of: readonly [Correspondent, ...Correspondent[]] };

const personIn = ({ people }: TalkCorrespondence, personId: string) =>
  people.find((person) => person.personId === personId);

/** The others as one says them: by names in a subject, one of them with the organisation in a text, and how many they are. */
function wordsOf({ me, of }: Notice) {
  const [first, ...more] = of;
  const partner = more.length === 0 ? partnerText(me, first) : namesIn(me.locale, of);
  return { name: namesIn(me.locale, of), partner, count: of.length };
}

async function nudgeContent(talk: TalkCorrespondence, notice: Notice): Promise<MailContent> {
  const { meeting, event } = talk;
  const { me } = notice;
  const { locale } = me;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  const { startsAt, endsAt } = meeting;
  const when = whenLines({ startsAt, endsAt, zone: event.timeZone, ownZone: me.timeZone, locale });
  const button = { label: t("talk.open"), href: await talkLink(me, meeting.id, "room") };
  const page = { label: t("talk.cancel"), href: await talkLink(me, meeting.id) };
  const words = wordsOf(notice);
  return {
    locale,
    subject: t("talkNudged.subject", words),
    sender: senderOf(locale, hosts),
    heading: t("talkNudged.heading"),
    paragraphs: [t("greeting", { name: safeName(me.name) }), t("talkNudged.intro", words)],
    box: { title: companyText(talk, { me, partner: notice.of[0] }), ...when, buttons: [button] },
    rows: [{ lead: t("talkNudged.late"), link: page, after: "." }],
    foot: await talkFoot(me, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** Those of the others who are in the room of a talk: it is they who wait. All of them where that is not known any more. */
async function waitingIn(talk: TalkCorrespondence, me: Correspondent): Promise<Correspondent[]> {
  const others = talk.people.filter((person) => person !== me);
  const record = await talkRecord(talk.meeting.id);
  const there = new Set(record?.sides.flatMap(({ personId, isThere }) => (isThere ? [personId] : [])));
  const waiting = others.filter(({ personId }) => there.has(personId));
  return waiting.length > 0 ? waiting : others;
}

/** Subscriber: whoever is missing from a talk in which somebody waits. After its end there is nothing to hurry for. */
export async function mailNudge(fact: StoredFact): Promise<void> {
  const { meetingId, eventId, personId } = nudgeFact.parse(fact.payload);
  const talk = await talkCorrespondence(meetingId);
  const me = talk && personIn(talk, personId);
  if (!talk || !me || talk.meeting.status === "cancelled" || talk.meeting.endsAt <= fact.at) return;
  const [first, ...more] = await waitingIn(talk, me);
  if (!first) return;
  await post({
    dedupeKey: `meeting.nudged:${meetingId}:${personId}:${talk.meeting.startsAt.getTime() / 1000}`,
    kind: "meeting.reminder",
    subjectId: meetingId,
    to: { name: me.name, email: me.email },
    eventId,
    content: await nudgeContent(talk, { me, of: [first, ...more] }),
  });
}

async function contactContent({ meeting, event }: TalkCorrespondence, notice: Notice): Promise<MailContent> {
  const { me } = notice;
  const { locale } = me;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  const button = { label: t("talkContact.button"), href: await talkLink(me, meeting.id) };
  const words = wordsOf(notice);
  return {
    locale,
    subject: t("talkContact.subject", words),
    sender: senderOf(locale, hosts),
    heading: t("talkContact.heading"),
    paragraphs: [t("greeting", { name: safeName(me.name) }), t("talkContact.intro", words)],
    box: { title: words.partner, lines: [event.title], buttons: [button] },
    rows: [],
    foot: await talkFoot(me, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** Subscriber: of who gives their address all others hear who have not given theirs; who answers tells those nothing new. */
export async function mailContactShared(fact: StoredFact): Promise<void> {
  const { meetingId, eventId, personId } = contactFact.parse(fact.payload);
  const talk = await talkCorrespondence(meetingId);
  const giver = talk && personIn(talk, personId);
  if (!talk || !giver) return;
  for (const asked of await toAskForContact(meetingId, personId)) {
    const me = personIn(talk, asked);
    if (!me) continue;
    await post({
      // Once about each talk: whoever gives theirs after the first is seen on the page.
      dedupeKey: `meeting.contact:${meetingId}:${me.personId}`,
      kind: "meeting.contact",
      subjectId: meetingId,
      to: { name: me.name, email: me.email },
      eventId,
      content: await contactContent(talk, { me, of: [giver] }),
    });
  }
}
