import type { MailContent } from "@/components/mails/content";
import { senderOf } from "@/components/mails/frame";
import { talkCalendarEntry } from "@/domain/calendar/queries";
import {
  type Correspondent,
  type TalkCorrespondence,
  type TalkDay,
  talkDay,
} from "@/domain/matchmaking/queries/correspondence";
import { type DueTalkDay, TALK_DAY } from "@/domain/notifications/queries/reminders";
import { translator } from "@/lib/i18n/translator";
import { writeCalendar } from "@/lib/ics/calendar";
import { safeName } from "@/lib/mail/plain";
import { now } from "@/lib/time/clock";
import { formatLongDay, momentClockSpan, ownZoneSpan } from "@/lib/time/format";
import { registrationLink } from "@/lib/tokens";
import { hostsOf, legalLinks, post } from "./parts";
import { partnerText, talkFoot } from "./talk-words";

/** The others of a talk by name; a talk of several has several. */
const othersIn = ({ people }: TalkCorrespondence, me: Correspondent): Correspondent[] =>
  people.filter(({ personId }) => personId !== me.personId);

/** „10:00–10:20 Uhr MEZ · Ben Beispiel, Beispiel GmbH“, and what time that is for a reader elsewhere. */
function lineOf(talk: TalkCorrespondence, { me, event }: TalkDay): string {
  const t = translator(me.locale, "mails");
  const { startsAt, endsAt } = talk.meeting;
  const span = { startsAt, endsAt, zone: event.timeZone, locale: me.locale };
  const own = ownZoneSpan({ ...span, ownZone: me.timeZone });
  const when = momentClockSpan(span) + (own === undefined ? "" : ` (${own})`);
  const partner = othersIn(talk, me)
    .map((other) => partnerText(me, other))
    .join("; ");
  return t("talkTomorrow.line", { when, partner });
}

async function contentOf(plan: TalkDay, first: Date): Promise<MailContent> {
  const { me, event, talks } = plan;
  const { locale } = me;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  const said = {
    count: talks.length,
    day: formatLongDay({ locale, zone: event.timeZone, at: first }),
  };
  const to = await registrationLink(me.registrationId, { next: "plan" });
  return {
    locale,
    subject: t("talkTomorrow.subject", said),
    sender: senderOf(locale, hosts),
    heading: t("talkTomorrow.heading", said),
    paragraphs: [t("greeting", { name: safeName(me.name) }), t("talkTomorrow.intro", { title: event.title })],
    box: {
      title: event.title,
      lines: talks.map((talk) => lineOf(talk, plan)),
      buttons: [{ label: t("talkTomorrow.button"), href: to }],
      note: t("talk.duration"),
    },
    rows: [{ lead: t("talkTomorrow.lead"), link: { label: t("talkTomorrow.link"), href: to }, after: "." }],
    foot: await talkFoot(me, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** Several talks are no invitation of iTIP, which knows one at a time: they are published, with the ids of their invitations. */
function calendarOf({ me, talks }: TalkDay) {
  const entries = talks.flatMap((talk) => {
    const [partner] = othersIn(talk, me);
    return partner ? [talkCalendarEntry(talk, { me, partner })] : [];
  });
  const method = "PUBLISH" as const;
  return { method, ics: writeCalendar({ method, stamp: now(), entries }) };
}

/** One mail with all talks that somebody has on a day; written a second time it is the same mail. */
export async function writeTalkDay({ registrationId, day }: DueTalkDay): Promise<void> {
  const plan = await talkDay({ registrationId, day, now: now() });
  const [first] = plan?.talks ?? [];
  if (!plan || !first) return;
  const { me, event } = plan;
  await post({
    dedupeKey: `${TALK_DAY}:${registrationId}:${day}`,
    kind: "meeting.reminder",
    subjectId: first.meeting.id,
    to: { name: me.name, email: me.email },
    eventId: event.id,
    content: await contentOf(plan, first.meeting.startsAt),
    calendar: calendarOf(plan),
  });
}
