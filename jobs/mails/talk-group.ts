import type { MailContent } from "@/components/mails/content";
import { senderOf, shortWhen } from "@/components/mails/frame";
import { talkCalendarEntry } from "@/domain/calendar/queries";
import type { StoredFact } from "@/domain/kernel/outbox";
import { talkInvitationFact, talkPersonFact } from "@/domain/matchmaking/events";
import {
  type Correspondent,
  findCorrespondent,
  type TalkCorrespondence,
  talkCorrespondence,
} from "@/domain/matchmaking/queries/correspondence";
import {
  type InvitationCorrespondence,
  invitationCorrespondence,
} from "@/domain/matchmaking/queries/group-correspondence";
import { translator } from "@/lib/i18n/translator";
import { writeCalendar } from "@/lib/ics/calendar";
import type { Id } from "@/lib/ids";
import { namesIn, safeName } from "@/lib/mail/plain";
import { now } from "@/lib/time/clock";
import { formatSpan } from "@/lib/time/format";
import { talkInvitationLink } from "@/lib/tokens";
import { hostsOf, legalLinks, post } from "./parts";
import { boxOf } from "./talk";
import { companyText, partnerText, talkFoot, talkLink } from "./talk-words";

type Asked = "talkProposed" | "talkInvited";

/** Who proposes whom, or who invites one; answered on a page, because a link never acts. */
async function askContent(
  key: Asked,
  found: InvitationCorrespondence,
  reader: Correspondent,
): Promise<MailContent> {
  const { invitation, talk, event, invited, inviter, people } = found;
  const { locale } = reader;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  const link = await talkInvitationLink({ invitationId: invitation.id, personId: reader.personId });
  const words = {
    inviter: partnerText(reader, inviter),
    invited: partnerText(reader, invited),
    people: namesIn(locale, people),
    title: event.title,
  };
  return {
    locale,
    subject: t(`${key}.subject`, {
      inviter: safeName(inviter.name),
      invited: safeName(invited.name),
      title: event.title,
    }),
    sender: senderOf(locale, hosts),
    heading: t(`${key}.heading`),
    paragraphs: [t("greeting", { name: safeName(reader.name) }), t(`${key}.intro`, words)],
    box: {
      title: t(`${key}.box`),
      lines: [formatSpan({ locale, zone: event.timeZone, startsAt: talk.startsAt, endsAt: talk.endsAt })],
      buttons: [{ label: t("talkRequested.button"), href: link }],
      note: t(`${key}.note`),
    },
    rows: [],
    foot: await talkFoot(reader, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** Subscriber: the other side is asked whether somebody may come, and then that person. */
export const mailGuest = (key: Asked) => async (fact: StoredFact) => {
  const { invitationId } = talkInvitationFact.parse(fact.payload);
  const found = await invitationCorrespondence(invitationId);
  if (!found) return;
  for (const reader of key === "talkInvited" ? [found.invited] : found.others)
    await post({
      dedupeKey: `meeting.invited:${invitationId}:${reader.personId}`,
      kind: "meeting.invited",
      subjectId: invitationId,
      to: { name: reader.name, email: reader.email },
      eventId: found.event.id,
      content: await askContent(key, found, reader),
    });
};

type Change = "talkJoined" | "talkGuestJoined" | "talkLeft" | "talkGuestLeft";
type Changed = { key: Change; talk: TalkCorrespondence; me: Correspondent; who: string };

/** How the talk stands now, with whom, and how one gets out of it. */
async function changeContent({ key, talk, me, who }: Changed, partner: Correspondent): Promise<MailContent> {
  const { locale } = me;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(talk.event.id);
  const { startsAt, endsAt } = talk.meeting;
  const when = { startsAt, endsAt, zone: talk.event.timeZone, ownZone: me.timeZone, locale };
  const isGone = key === "talkGuestLeft";
  const cancel = await talkLink(me, talk.meeting.id);
  const sides = { me, partner };
  return {
    locale,
    subject: t(`${key}.subject`, { name: who, when: shortWhen(when) }),
    sender: senderOf(locale, hosts),
    heading: t(`${key}.heading`),
    paragraphs: [
      t("greeting", { name: safeName(me.name) }),
      t(`${key}.intro`, { name: who, partner: companyText(talk, sides) }),
    ],
    box: await boxOf(isGone ? "meeting.cancelled" : "meeting.accepted", talk, sides),
    rows: isGone
      ? []
      : [
          { lead: t("calendar.lead"), text: t("calendar.attached") },
          { lead: t("talk.cancelLead"), link: { label: t("talk.cancel"), href: cancel }, after: "." },
        ],
    foot: await talkFoot(me, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** One mail about a talk whose people have changed, with the calendar part that says so to the program of its reader. */
async function writeChange(changed: Changed, fact: StoredFact): Promise<void> {
  const { key, talk, me } = changed;
  const partner = talk.people.find(({ personId }) => personId !== me.personId);
  if (!partner) return;
  const isGone = key === "talkGuestLeft";
  const method = isGone ? ("CANCEL" as const) : ("REQUEST" as const);
  const { meeting } = talk;
  const entry = talkCalendarEntry(isGone ? { ...talk, meeting: { ...meeting, status: "cancelled" } } : talk, {
    me,
    partner,
  });
  const kind = isGone ? "meeting.cancelled" : "meeting.accepted";
  await post({
    dedupeKey: `${kind}:${meeting.id}:${me.personId}:${fact.id}`,
    kind,
    subjectId: meeting.id,
    to: { name: me.name, email: me.email },
    eventId: talk.event.id,
    content: await changeContent(changed, partner),
    calendar: { method, ics: writeCalendar({ method, stamp: now(), entries: [entry] }) },
  });
}

type Moved = { change: "joined" | "left"; talk: TalkCorrespondence; personId: Id<"person"> };

/** Who hears what of it: the others that somebody came or left, and that one, if it is true still. */
async function changesOf({ change, talk, personId }: Moved): Promise<Changed[]> {
  const one = await findCorrespondent(talk.event.eventId, personId);
  const others = talk.people.filter((person) => person.personId !== personId);
  const told = others.map((me): Changed => {
    const who = one ? safeName(one.name) : translator(me.locale, "mails")("talkLeft.erased");
    return { key: change === "joined" ? "talkJoined" : "talkLeft", talk, me, who };
  });
  // Who came and has left again, or the other way round, hears of what is true now.
  const isIn = others.length < talk.people.length;
  if (!one || isIn !== (change === "joined")) return told;
  return [
    ...told,
    { key: isIn ? "talkGuestJoined" : "talkGuestLeft", talk, me: one, who: safeName(one.name) },
  ];
}

/**
 * Subscriber: somebody came into a talk, or left it. Everybody in it gets the appointment anew, with a higher SEQUENCE, and who
 * left gets it cancelled. What was called off for all since is told by its own fact.
 */
export const mailTalkPeople = (change: Moved["change"]) => async (fact: StoredFact) => {
  const { meetingId, personId } = talkPersonFact.parse(fact.payload);
  const talk = await talkCorrespondence(meetingId);
  if (!talk || talk.meeting.status === "cancelled") return;
  for (const changed of await changesOf({ change, talk, personId })) await writeChange(changed, fact);
};
