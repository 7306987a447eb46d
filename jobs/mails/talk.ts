import type { MailContent } from "@/components/mails/content";
import { senderOf, shortWhen, whenLines } from "@/components/mails/frame";
import { talkCalendarEntry } from "@/domain/calendar/queries";
import type { StoredFact } from "@/domain/kernel/outbox";
import { meetingFact } from "@/domain/matchmaking/events";
import {
  type Correspondent,
  type TalkCorrespondence,
  talkCorrespondence,
} from "@/domain/matchmaking/queries/correspondence";
import { movedFrom } from "@/domain/matchmaking/queries/moved-from";
import { translator } from "@/lib/i18n/translator";
import { writeCalendar } from "@/lib/ics/calendar";
import type { Id } from "@/lib/ids";
import { safeName } from "@/lib/mail/plain";
import { now } from "@/lib/time/clock";
import { registrationLink } from "@/lib/tokens";
import { hostsOf, type Letter, legalLinks, post } from "./parts";
import { isToldInPlan } from "./plan";
import { companyText, othersText, paceOf, type Sides, talkFoot, talkLink } from "./talk-words";

type Kind =
  | "meeting.accepted"
  | "meeting.moved"
  | "meeting.cancelled"
  | "meeting.released"
  | "meeting.reminder";

const KEYS = {
  "meeting.accepted": "talkAccepted",
  "meeting.moved": "talkMoved",
  "meeting.cancelled": "talkCancelled",
  "meeting.released": "talkReleased",
  "meeting.reminder": "talkReminder",
} as const;

/** Called off, or given up by whoever waited: either way it leaves the calendar. */
const isGone = (kind: Kind): boolean => kind === "meeting.cancelled" || kind === "meeting.released";

/** When and where, and the ways into the room or to one's talks. */
export async function boxOf(kind: Kind, talk: TalkCorrespondence, { me, partner }: Sides) {
  const { meeting, event } = talk;
  const t = translator(me.locale, "mails");
  const { startsAt, endsAt } = meeting;
  const when = { startsAt, endsAt, zone: event.timeZone, ownZone: me.timeZone, locale: me.locale };
  const title = companyText(talk, { me, partner });
  const { tableNumber, place } = meeting;
  const table =
    tableNumber === null
      ? []
      : [t(place === "table" ? "talk.table" : "talk.mixed", { number: String(tableNumber) })];
  const { strong, lines } = whenLines(when);
  if (isGone(kind)) {
    const button = {
      label: t("talkCancelled.button"),
      href: await registrationLink(me.registrationId, { next: "plan" }),
    };
    return { title, strong, lines: [...lines, event.title], buttons: [button] };
  }
  const button = { label: t("talk.open"), href: await talkLink(me, meeting.id, "room") };
  return {
    ...{ title, strong, buttons: [button], note: t("talk.duration") },
    lines: [...lines, ...table, event.title],
  };
}

async function contentOf(kind: Kind, talk: TalkCorrespondence, sides: Sides): Promise<MailContent> {
  const { me } = sides;
  const { meeting, event } = talk;
  const t = translator(me.locale, "mails");
  const key = KEYS[kind];
  const hosts = await hostsOf(event.id);
  const { startsAt, endsAt } = meeting;
  const when = { startsAt, endsAt, zone: event.timeZone, ownZone: me.timeZone, locale: me.locale };
  const cancel = await talkLink(me, meeting.id);
  const others = othersText(talk, sides);
  const isInvitation = kind === "meeting.accepted" || kind === "meeting.moved";
  return {
    locale: me.locale,
    subject: t(`${key}.subject`, { name: others.name, when: shortWhen(when) }),
    sender: senderOf(me.locale, hosts),
    heading: t(`${key}.heading`),
    paragraphs: [
      t("greeting", { name: safeName(me.name) }),
      t(`${key}.intro`, { partner: companyText(talk, sides), count: others.count }),
    ],
    box: await boxOf(kind, talk, sides),
    rows: [
      ...(isInvitation ? [{ lead: t("calendar.lead"), text: t("calendar.attached") }] : []),
      ...(isGone(kind)
        ? []
        : [{ lead: t("talk.cancelLead"), link: { label: t("talk.cancel"), href: cancel }, after: "." }]),
    ],
    foot: await talkFoot(me, hosts.contactEmail),
    legal: legalLinks(me.locale),
  };
}

function calendarOf(kind: Kind, talk: TalkCorrespondence, sides: Sides): Letter["calendar"] {
  if (kind === "meeting.reminder") return undefined;
  const method = isGone(kind) ? ("CANCEL" as const) : ("REQUEST" as const);
  return {
    method,
    ics: writeCalendar({ method, stamp: now(), entries: [talkCalendarEntry(talk, sides)] }),
  };
}

/** Whoever was erased is told of as the one who calls the talk off, without a name. */
const nobodyFor = (kind: Kind, me: Correspondent): Correspondent | undefined =>
  isGone(kind)
    ? { ...me, name: translator(me.locale, "mails")("talkCancelled.erased"), organisation: "" }
    : undefined;

/** What says something new of a talk that people know. */
const isNews = (kind: Kind): boolean => kind === "meeting.moved" || isGone(kind);

/** Its old time counts as well: whoever would go there has to hear. */
async function paceOfMove({ meeting }: TalkCorrespondence): Promise<Letter["pace"]> {
  const from = await movedFrom(meeting.id);
  return paceOf([meeting.startsAt, ...(from ? [from] : [])], now());
}

type Told = { talk: TalkCorrespondence; sides: Sides; key: string; pace: Letter["pace"] };

async function writeTo(kind: Kind, { talk, sides, key, pace }: Told): Promise<void> {
  const { me } = sides;
  const { id: meetingId } = talk.meeting;
  const calendar = calendarOf(kind, talk, sides);
  await post({
    dedupeKey: `${kind}:${meetingId}:${me.personId}:${key}`,
    kind: kind === "meeting.released" ? "meeting.cancelled" : kind,
    subjectId: meetingId,
    to: { name: me.name, email: me.email },
    eventId: talk.event.id,
    content: await contentOf(kind, talk, sides),
    ...(calendar ? { calendar } : {}),
    ...(pace ? { pace } : {}),
  });
}

/** Writes to the people of a talk. `key` names the transition: the fact, or the reminder's start. */
export async function writeTalkMails(kind: Kind, meetingId: Id<"meeting">, key: string): Promise<void> {
  const talk = await talkCorrespondence(meetingId);
  if (!talk || (talk.meeting.status === "cancelled" && !isGone(kind))) return;
  const pace = kind === "meeting.moved" ? await paceOfMove(talk) : undefined;
  for (const me of talk.people) {
    const partner = talk.people.find((person) => person !== me) ?? nobodyFor(kind, me);
    const isTold = isNews(kind) && (await isToldInPlan(talk, me, key));
    if (partner && !isTold) await writeTo(kind, { talk, sides: { me, partner }, key, pace });
  }
}

/** Subscriber of the facts of agreed talks. */
export const mailTalk = (kind: Kind) => async (fact: StoredFact) => {
  const { meetingId } = meetingFact.parse(fact.payload);
  await writeTalkMails(kind, meetingId, fact.id);
};
