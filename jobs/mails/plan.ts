import type { MailContent } from "@/components/mails/content";
import { senderOf } from "@/components/mails/frame";
import { talkCalendarEntry } from "@/domain/calendar/queries";
import type { StoredFact } from "@/domain/kernel/outbox";
import { publishedFact } from "@/domain/matchmaking/events";
import { planMailOf } from "@/domain/matchmaking/queries/engagements";
import { type PlanLetter, planLetters } from "@/domain/matchmaking/queries/plan-letters";
import { translator } from "@/lib/i18n/translator";
import { writeCalendar } from "@/lib/ics/calendar";
import { safeName } from "@/lib/mail/plain";
import { now } from "@/lib/time/clock";
import { formatSpan } from "@/lib/time/format";
import { hostsOf, inParts, type Letter, legalLinks, pageLink, postAll } from "./parts";
import { partnerText, talkFoot } from "./talk";

/** When, with whom and where, one line a talk. */
function linesOf({ me, event, talks }: PlanLetter): string[] {
  const t = translator(me.locale, "mails");
  return talks.map(({ talk: { meeting }, partner }) => {
    const { startsAt, endsAt, tableNumber, place } = meeting;
    const when = formatSpan({ locale: me.locale, zone: event.timeZone, startsAt, endsAt });
    const line = { when, partner: partnerText(me, partner) };
    if (tableNumber === null) return t("planPublished.line", line);
    const where = t(place === "table" ? "talk.table" : "talk.mixed", { number: String(tableNumber) });
    return t("planPublished.lineAt", { ...line, where });
  });
}

async function contentOf(
  letter: PlanLetter,
  hosts: Awaited<ReturnType<typeof hostsOf>>,
): Promise<MailContent> {
  const { me, event, talks } = letter;
  const { locale } = me;
  const t = translator(locale, "mails");
  const count = talks.length;
  return {
    locale,
    subject: t("planPublished.subject", { title: event.title }),
    sender: senderOf(locale, hosts),
    heading: t("planPublished.heading", { count }),
    paragraphs: [
      t("greeting", { name: safeName(me.name) }),
      t("planPublished.intro", { count, title: event.title }),
    ],
    box: {
      title: event.title,
      lines: linesOf(letter),
      buttons: [
        { label: t("planPublished.button"), href: pageLink(locale, `/me/talks?event=${event.slug}`) },
      ],
      note: t("talk.duration"),
    },
    rows: [{ lead: t("calendar.lead"), text: t("planPublished.attached", { count }) }],
    foot: await talkFoot(me, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** One appointment is an invitation; a file of several is one to take in, because an invitation is about one alone (RFC 5546). */
function calendarOf({ me, talks }: PlanLetter): Letter["calendar"] {
  const method = talks.length === 1 ? ("REQUEST" as const) : ("PUBLISH" as const);
  const entries = talks.map(({ talk, partner }) => talkCalendarEntry(talk, { me, partner }));
  return { method, ics: writeCalendar({ method, stamp: now(), entries }) };
}

/** Subscriber: one mail for each person with all the talks that a plan gives them anew. */
export async function mailPlan(fact: StoredFact): Promise<void> {
  const { eventId, version, added } = publishedFact.parse(fact.payload);
  const letters = await planLetters(eventId, added);
  if (letters.length === 0) return;
  const hosts = await hostsOf(eventId);
  for (const part of inParts(letters))
    await postAll(
      await Promise.all(
        part.map(async (letter): Promise<Letter> => {
          const calendar = calendarOf(letter);
          return {
            dedupeKey: `plan.published:${eventId}:${version}:${letter.me.personId}`,
            kind: "plan.published",
            subjectId: planMailOf(letter.me.registrationId),
            to: { name: letter.me.name, email: letter.me.email },
            eventId,
            content: await contentOf(letter, hosts),
            ...(calendar ? { calendar } : {}),
          };
        }),
      ),
    );
}
