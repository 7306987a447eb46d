import type { MailContent } from "@/components/mails/content";
import { placeText, registrationInvitation } from "@/domain/calendar/queries";
import type { StoredFact } from "@/domain/kernel/outbox";
import { registrationsToTell } from "@/domain/notifications/queries/mailbox";
import { eventPayload } from "@/domain/programme/events";
import { registrationPayload } from "@/domain/registration/events";
import { registrationMailOf } from "@/domain/registration/queries";
import { translator } from "@/lib/i18n/translator";
import { safeName } from "@/lib/mail/plain";
import { now } from "@/lib/time/clock";
import { checkInCode, registrationLink } from "@/lib/tokens";
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
  "registration.repeated": "repeated",
  "event.cancelled": "eventCancelled",
  "event.rescheduled": "eventRescheduled",
} as const;

/** Kinds that take the entry out of the calendar and offer no way into the room. */
const isGone = (kind: Kind) => kind === "registration.cancelled" || kind === "event.cancelled";

const isWaiting = (mail: Mail) => mail.status === "waiting";
const wasOnlyWaiting = (mail: Mail) => mail.confirmedAt === null;

/** The words of each kind; the state of the registration decides between being in and waiting. */
function wordsOf(kind: Kind, mail: Mail): Words {
  const t = translator(mail.locale, "mails");
  const { event, waitingPlace } = mail;
  const clock = { ...event, zone: event.timeZone, ownZone: mail.timeZone, locale: mail.locale };
  const values = { title: event.title, when: shortWhen(clock) };
  const place = waitingPlace === null ? [] : [t("waiting.place", { place: waitingPlace })];
  if (kind === "registration.repeated" && isWaiting(mail)) {
    const subject = t("repeated.subjectWaiting", values);
    const heading = t("repeated.headingWaiting");
    return { subject, heading, intro: t("repeated.introWaiting"), lines: place };
  }
  if (kind === "registration.reminder") {
    const isDay = event.startsAt.getTime() - now().getTime() > 12 * 3_600_000;
    const subject = t(isDay ? "reminder.subjectDay" : "reminder.subjectHour", values);
    const heading = t(isDay ? "reminder.headingDay" : "reminder.headingHour");
    return { subject, heading, intro: t("reminder.intro") };
  }
  if (kind === "registration.cancelled") {
    const intro = wasOnlyWaiting(mail) ? t("cancelled.introWaiting") : t("cancelled.intro");
    return { subject: t("cancelled.subject", values), heading: t("cancelled.heading"), intro };
  }
  const part = PARTS[kind];
  const words = { subject: t(`${part}.subject`, values), heading: t(`${part}.heading`) };
  return { ...words, intro: t(`${part}.intro`), lines: part === "waiting" ? place : [] };
}

/** Whoever is in gets the button into the room; whoever waits or left, the page of the event. */
async function boxOf(kind: Kind, mail: Mail, words: Words): Promise<NonNullable<MailContent["box"]>> {
  const t = translator(mail.locale, "mails");
  const { event, locale } = mail;
  const when = { ...event, zone: event.timeZone, ownZone: mail.timeZone, locale };
  const { strong, lines } = whenLines(when);
  const shown = [...lines, placeText(locale, event.place), ...(words.lines ?? [])];
  const box = { title: event.title, strong, lines: shown };
  if (kind === "event.cancelled") {
    return { ...box, buttons: [{ label: t("eventCancelled.button"), href: pageLink(locale, "/events") }] };
  }
  if (kind === "registration.cancelled") {
    const button = { label: t("cancelled.button"), href: pageLink(locale, `/e/${event.slug}`) };
    return { ...box, buttons: [button], note: t("cancelled.again") };
  }
  if (isWaiting(mail)) return { ...box, buttons: [] };
  const join = { label: t("join"), href: await registrationLink(mail.id, "room") };
  return { ...box, buttons: [join], note: t("roomOpens") };
}

/** Only for whoever has a place where people meet on site. */
function ticketOf(kind: Kind, mail: Mail): Pick<MailContent, "ticket"> {
  if (isGone(kind) || mail.status !== "confirmed" || mail.event.place === null) return {};
  const t = translator(mail.locale, "mails");
  return { ticket: { title: t("ticket.title"), text: t("ticket.text"), code: checkInCode(mail.id) } };
}

async function contentOf(kind: Kind, mail: Mail): Promise<MailContent> {
  const { locale, event } = mail;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  const words = wordsOf(kind, mail);
  const gone = isGone(kind);
  const manage = await registrationLink(mail.id);
  const after = isWaiting(mail) ? t("waiting.manageAfter") : t("manage.after");
  return {
    locale,
    subject: words.subject,
    sender: senderOf(locale, hosts),
    heading: words.heading,
    paragraphs: [t("greeting", { name: safeName(mail.name) }), words.intro],
    box: await boxOf(kind, mail, words),
    ...ticketOf(kind, mail),
    rows: [
      ...(gone || isWaiting(mail) ? [] : [{ lead: t("calendar.lead"), text: t("calendar.attached") }]),
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
  if (mail.status === "cancelled" && kind !== "registration.cancelled") return;
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
