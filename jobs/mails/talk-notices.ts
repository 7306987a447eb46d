import type { MailContent } from "@/components/mails/content";
import { senderOf, whenLines } from "@/components/mails/frame";
import type { StoredFact } from "@/domain/kernel/outbox";
import { contactFact, nudgeFact } from "@/domain/matchmaking/events";
import { hasShared } from "@/domain/matchmaking/queries/contacts";
import {
  type Correspondent,
  type TalkCorrespondence,
  talkCorrespondence,
} from "@/domain/matchmaking/queries/correspondence";
import { translator } from "@/lib/i18n/translator";
import { safeName } from "@/lib/mail/plain";
import { registrationLink } from "@/lib/tokens";
import { hostsOf, legalLinks, pageLink, post } from "./parts";
import { partnerText, talkFoot } from "./talk-words";

type Sides = { me: Correspondent; partner: Correspondent };

const sidesOf = ({ people }: TalkCorrespondence, isMe: (person: Correspondent) => boolean) => {
  const me = people.find(isMe);
  const partner = people.find((person) => person !== me);
  return me && partner && { me, partner };
};

async function nudgeContent({ meeting, event }: TalkCorrespondence, sides: Sides): Promise<MailContent> {
  const { me, partner } = sides;
  const { locale } = me;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  const { startsAt, endsAt } = meeting;
  const when = whenLines({ startsAt, endsAt, zone: event.timeZone, ownZone: me.timeZone, locale });
  const button = { label: t("talk.open"), href: await registrationLink(me.registrationId, "room") };
  const page = { label: t("talk.cancel"), href: pageLink(locale, `/me/talks/${meeting.id}`) };
  return {
    locale,
    subject: t("talkNudged.subject", { name: safeName(partner.name) }),
    sender: senderOf(locale, hosts),
    heading: t("talkNudged.heading"),
    paragraphs: [
      t("greeting", { name: safeName(me.name) }),
      t("talkNudged.intro", { partner: partnerText(me, partner) }),
    ],
    box: { title: partnerText(me, partner), ...when, buttons: [button] },
    rows: [{ lead: t("talkNudged.late"), link: page, after: "." }],
    foot: await talkFoot(me, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** Subscriber: whoever is missing from a talk in which somebody waits. After its end there is nothing to hurry for. */
export async function mailNudge(fact: StoredFact): Promise<void> {
  const { meetingId, eventId, personId } = nudgeFact.parse(fact.payload);
  const talk = await talkCorrespondence(meetingId);
  const sides = talk && sidesOf(talk, (person) => person.personId === personId);
  if (!talk || !sides || talk.meeting.status === "cancelled" || talk.meeting.endsAt <= fact.at) return;
  await post({
    dedupeKey: `meeting.nudged:${meetingId}:${personId}:${talk.meeting.startsAt.getTime() / 1000}`,
    kind: "meeting.reminder",
    subjectId: meetingId,
    to: { name: sides.me.name, email: sides.me.email },
    eventId,
    content: await nudgeContent(talk, sides),
  });
}

async function contactContent({ meeting, event }: TalkCorrespondence, sides: Sides): Promise<MailContent> {
  const { me, partner } = sides;
  const { locale } = me;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  const button = {
    label: t("talkContact.button"),
    href: pageLink(locale, `/me/talks/${meeting.id}`),
  };
  return {
    locale,
    subject: t("talkContact.subject", { name: safeName(partner.name) }),
    sender: senderOf(locale, hosts),
    heading: t("talkContact.heading"),
    paragraphs: [
      t("greeting", { name: safeName(me.name) }),
      t("talkContact.intro", { partner: partnerText(me, partner) }),
    ],
    box: { title: partnerText(me, partner), lines: [event.title], buttons: [button] },
    rows: [],
    foot: await talkFoot(me, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** Subscriber: the first who gives their address; whoever answers with their own tells nothing new. */
export async function mailContactShared(fact: StoredFact): Promise<void> {
  const { meetingId, eventId, personId } = contactFact.parse(fact.payload);
  const talk = await talkCorrespondence(meetingId);
  const sides = talk && sidesOf(talk, (person) => person.personId !== personId);
  if (!talk || !sides || (await hasShared(meetingId, sides.me.personId))) return;
  await post({
    dedupeKey: `meeting.contact:${meetingId}:${sides.me.personId}`,
    kind: "meeting.contact",
    subjectId: meetingId,
    to: { name: sides.me.name, email: sides.me.email },
    eventId,
    content: await contactContent(talk, sides),
  });
}
