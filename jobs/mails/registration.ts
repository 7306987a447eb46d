import type { MailContent } from "@/components/mails/content";
import { registrationInvitation, whereText } from "@/domain/calendar/queries";
import type { StoredFact } from "@/domain/kernel/outbox";
import { registrationsToTell } from "@/domain/notifications/queries/mailbox";
import { eventPayload } from "@/domain/programme/events";
import { registrationPayload } from "@/domain/registration/events";
import { registrationMailOf } from "@/domain/registration/queries";
import { hasOpenQuestions } from "@/domain/registration/queries/given";
import { translator } from "@/lib/i18n/translator";
import { safeName } from "@/lib/mail/plain";
import { now } from "@/lib/time/clock";
import { formatMoment } from "@/lib/time/format";
import { registrationLink } from "@/lib/tokens";
import {
  askLine,
  hostsOf,
  type Letter,
  legalLinks,
  pageLink,
  post,
  senderOf,
  shortWhen,
  whenLines,
} from "./parts";

type Mail = NonNullable<Awaited<ReturnType<typeof registrationMailOf>>>;
type Kind = Extract<Letter["kind"], `registration.${string}` | `event.${string}`>;
type Words = { subject: string; heading: string; intro: string; lines?: string[] };

const PARTS = {
  "registration.confirmed": "confirmed",
  "registration.waiting": "waiting",
  "registration.promoted": "promoted",
  "registration.offered": "offered",
  "registration.expired": "expired",
  "registration.pending": "pending",
  "registration.declined": "declined",
  "registration.switched": "switched",
  "registration.repeated": "repeated",
  "event.cancelled": "eventCancelled",
  "event.rescheduled": "eventRescheduled",
} as const;
type Part = (typeof PARTS)[keyof typeof PARTS];

/** Kinds after which somebody is in the event no more: they offer no way into the room. */
const GONE = new Set<Kind>([
  "registration.cancelled",
  "registration.expired",
  "registration.declined",
  "event.cancelled",
]);
const isGone = (kind: Kind) => GONE.has(kind);

const hasSeat = (mail: Mail) => mail.status === "confirmed";
const wasOnlyWaiting = (mail: Mail) => mail.confirmedAt === null;

/** What is said to a known address that is typed again: where its registration stands. */
const REPEATED = {
  confirmed: "repeated",
  waiting: "repeatedWaiting",
  offered: "offered",
  pending: "pending",
  declined: "declined",
  cancelled: "repeated",
} as const satisfies Record<Mail["status"], Part | "repeatedWaiting">;

/** Place on the list and end of an offer: what a person who looks twice looks for. */
function linesOf(mail: Mail): string[] {
  const t = translator(mail.locale, "mails");
  const { event, waitingPlace, offeredUntil, locale } = mail;
  const until = offeredUntil && formatMoment({ locale, zone: event.timeZone, at: offeredUntil });
  return [
    ...(waitingPlace === null ? [] : [t("waiting.place", { place: waitingPlace })]),
    ...(until ? [t("offered.until", { until })] : []),
  ];
}

function reminderWords({ event, locale, attendance }: Mail, values: Record<string, string>): Words {
  const t = translator(locale, "mails");
  const isDay = event.startsAt.getTime() - now().getTime() > 12 * 3_600_000;
  const subject = t(isDay ? "reminder.subjectDay" : "reminder.subjectHour", values);
  const heading = t(isDay ? "reminder.headingDay" : "reminder.headingHour");
  return { subject, heading, intro: t(attendance === "onsite" ? "onsite.reminder" : "reminder.intro") };
}

/** The words of each kind; the state of the registration decides between being in and waiting. */
function wordsOf(kind: Kind, mail: Mail): Words {
  const t = translator(mail.locale, "mails");
  const { event, attendance } = mail;
  const clock = { ...event, zone: event.timeZone, ownZone: mail.timeZone, locale: mail.locale };
  const values = { title: event.title, when: shortWhen(clock), attendance };
  if (kind === "registration.reminder") return reminderWords(mail, values);
  if (kind === "registration.cancelled") {
    const intro = wasOnlyWaiting(mail) ? t("cancelled.introWaiting") : t("cancelled.intro");
    return { subject: t("cancelled.subject", values), heading: t("cancelled.heading"), intro };
  }
  const part = kind === "registration.repeated" ? REPEATED[mail.status] : PARTS[kind];
  const isOnSite = attendance === "onsite" && (part === "confirmed" || part === "promoted");
  return {
    subject: t(`${part}.subject`, values),
    heading: t(`${part}.heading`),
    intro: isOnSite ? t("onsite.intro") : t(`${part}.intro`, values),
    lines: isGone(kind) ? [] : linesOf(mail),
  };
}

/** What the one large button of a mail does. */
async function buttonOf(kind: Kind, mail: Mail): Promise<Pick<Box, "buttons" | "note">> {
  const t = translator(mail.locale, "mails");
  const { event, locale, status, attendance } = mail;
  if (kind === "event.cancelled")
    return { buttons: [{ label: t("eventCancelled.button"), href: pageLink(locale, "/events") }] };
  if (kind === "registration.cancelled" || kind === "registration.expired") {
    const button = { label: t("cancelled.button"), href: pageLink(locale, `/e/${event.slug}`) };
    return { buttons: [button], note: t("cancelled.again") };
  }
  if (status === "offered")
    return { buttons: [{ label: t("offered.button"), href: await registrationLink(mail.id) }] };
  if (!hasSeat(mail)) return { buttons: [] };
  if (attendance === "onsite")
    return {
      buttons: [{ label: t("onsite.button"), href: await registrationLink(mail.id) }],
      note: t("onsite.note"),
    };
  const join = { label: t("join"), href: await registrationLink(mail.id, "room") };
  return { buttons: [join], note: t("roomOpens") };
}

type Box = NonNullable<MailContent["box"]>;

/** Whoever is in gets the button into the room; whoever waits or left, the page of the event. */
async function boxOf(kind: Kind, mail: Mail, words: Words): Promise<Box> {
  const { event, locale } = mail;
  const when = { ...event, zone: event.timeZone, ownZone: mail.timeZone, locale };
  const { strong, lines } = whenLines(when);
  const shown = [...lines, whereText(locale, mail), ...(words.lines ?? [])];
  return { title: event.title, strong, lines: shown, ...(await buttonOf(kind, mail)) };
}

/** Whoever was registered by a colleague hears by whom. */
const colleagueLine = ({ locale, colleague }: Mail): string[] =>
  colleague === null ? [] : [translator(locale, "mails")("colleague", { name: safeName(colleague) })];

/** Whoever was put on the list by another, or registered before the form was changed, hears that it waits for them. */
async function askedLine(mail: Mail): Promise<string[]> {
  const isHolding = mail.status !== "declined" && mail.status !== "cancelled";
  return isHolding && (await hasOpenQuestions(mail)) ? [translator(mail.locale, "mails")("questions")] : [];
}

async function contentOf(kind: Kind, mail: Mail): Promise<MailContent> {
  const { locale, event } = mail;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  const words = wordsOf(kind, mail);
  const gone = isGone(kind);
  const manage = await registrationLink(mail.id);
  const after = hasSeat(mail) ? t("manage.after") : t("waiting.manageAfter");
  return {
    locale,
    subject: words.subject,
    sender: senderOf(locale, hosts),
    heading: words.heading,
    paragraphs: [
      t("greeting", { name: safeName(mail.name) }),
      words.intro,
      ...(gone ? [] : [...colleagueLine(mail), ...(await askedLine(mail))]),
    ],
    box: await boxOf(kind, mail, words),
    rows: [
      ...(gone || !hasSeat(mail) ? [] : [{ lead: t("calendar.lead"), text: t("calendar.attached") }]),
      ...(gone ? [] : [{ lead: t("manage.lead"), link: { label: t("manage.link"), href: manage }, after }]),
    ],
    foot: [
      askLine(locale, hosts.contactEmail),
      { text: t("foot.why"), ...(gone ? {} : { link: { label: t("foot.remove"), href: manage } }) },
    ],
    legal: legalLinks(locale),
  };
}

function calendarOf(kind: Kind, mail: Mail): Letter["calendar"] {
  if (isGone(kind)) {
    if (wasOnlyWaiting(mail)) return undefined;
    return { method: "CANCEL", ics: registrationInvitation(mail, { method: "CANCEL", now: now() }) };
  }
  if (mail.status !== "confirmed" || kind === "registration.reminder") return undefined;
  return { method: "REQUEST", ics: registrationInvitation(mail, { method: "REQUEST", now: now() }) };
}

/** Writes one mail about a registration. `key` names the transition: the fact, or the reminder's start. */
export async function writeRegistrationMail(kind: Kind, id: Mail["id"], key: string): Promise<void> {
  const mail = await registrationMailOf(id);
  if (!mail) return;
  // The fact is older than the row: somebody who cancelled at once gets the cancellation only.
  const isEnd = kind === "registration.cancelled" || kind === "registration.expired";
  if (mail.status === "cancelled" && !isEnd) return;
  const calendar = calendarOf(kind, mail);
  await post({
    dedupeKey: `${kind}:${id}:${key}`,
    kind,
    subjectId: id,
    to: { name: mail.name, email: mail.email },
    eventId: mail.eventId,
    content: await contentOf(kind, mail),
    ...(calendar ? { calendar } : {}),
  });
}

/** Subscriber of the facts of registrations. */
export const mailRegistration = (kind: Kind) => async (fact: StoredFact) => {
  const { registrationId } = registrationPayload.parse(fact.payload);
  await writeRegistrationMail(kind, registrationId, fact.id);
};

/** Subscriber of changes that everybody registered has to hear of. */
export const mailEveryRegistration =
  (kind: "event.cancelled" | "event.rescheduled") => async (fact: StoredFact) => {
    const { eventId } = eventPayload.parse(fact.payload);
    for (const id of await registrationsToTell(eventId)) await writeRegistrationMail(kind, id, fact.id);
  };
