import type { MailContent } from "@/components/mails/content";
import { askLine, senderOf, shortWhen, whenLines } from "@/components/mails/frame";
import { registrationInvitation, whereText } from "@/domain/calendar/queries";
import type { StoredFact } from "@/domain/kernel/outbox";
import { type MailHosts, registrationsToTell } from "@/domain/notifications/queries/mailbox";
import type { DueReminder } from "@/domain/notifications/queries/reminders";
import { eventPayload } from "@/domain/programme/events";
import { registrationPayload } from "@/domain/registration/events";
import {
  type RegistrationMail,
  registrationMailOf,
  registrationMailsOf,
} from "@/domain/registration/queries";
import { hasOpenQuestions } from "@/domain/registration/queries/given";
import { waitsForProof } from "@/domain/registration/queries/unproven-request";
import { translator } from "@/lib/i18n/translator";
import { safeName } from "@/lib/mail/plain";
import { now } from "@/lib/time/clock";
import { formatMoment } from "@/lib/time/format";
import { checkInCode, registrationLink } from "@/lib/tokens";
import { hostsOf, hostsOnce, inParts, type Letter, legalLinks, pageLink, post, postAll } from "./parts";

type Mail = RegistrationMail;
type Kind = Exclude<
  Extract<Letter["kind"], `registration.${string}` | `event.${string}`>,
  "registration.thanks"
>;
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
  "registration.live": "live",
  "event.cancelled": "eventCancelled",
  "event.rescheduled": "eventRescheduled",
  "event.postponed": "eventPostponed",
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

/** Kinds after which calendars let go of the entry, for good or until there is a new date. */
const takesBack = (kind: Kind) => isGone(kind) || kind === "event.postponed";

/** Kinds that change nothing which a calendar would have to learn. */
const isOnlyAWord = (kind: Kind) => kind === "registration.reminder" || kind === "registration.live";

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
  if (kind === "event.postponed")
    return { buttons: [{ label: t("eventPostponed.button"), href: await registrationLink(mail.id) }] };
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
  const dated = whenLines(when);
  const open = { strong: translator(locale, "mails")("eventPostponed.open"), lines: [] };
  const { strong, lines } = kind === "event.postponed" ? open : dated;
  const shown = [...lines, whereText(locale, mail), ...(words.lines ?? [])];
  return { title: event.title, strong, lines: shown, ...(await buttonOf(kind, mail)) };
}

/** Whoever was registered by a colleague hears by whom. */
const colleagueLine = ({ locale, colleague }: Mail): string[] =>
  colleague === null ? [] : [translator(locale, "mails")("colleague", { name: safeName(colleague) })];

/**
 * Whoever was put on the list by another, or registered before the form was changed, hears that it waits for them; not in
 * mails that go to thousands at once, each of which would ask the database anew.
 */
async function askedLine(kind: Kind, mail: Mail): Promise<string[]> {
  const isMass = isOnlyAWord(kind) || kind === "event.rescheduled" || kind === "event.postponed";
  const isHolding = mail.status !== "declined" && mail.status !== "cancelled";
  return isHolding && !isMass && (await hasOpenQuestions(mail))
    ? [translator(mail.locale, "mails")("questions")]
    : [];
}

/** Only for whoever has a seat on site: also when they have just changed over to one. */
function ticketOf(kind: Kind, mail: Mail): Pick<MailContent, "ticket"> {
  if (isGone(kind) || !hasSeat(mail) || mail.attendance !== "onsite") return {};
  const t = translator(mail.locale, "mails");
  return { ticket: { title: t("ticket.title"), text: t("ticket.text"), code: checkInCode(mail.id) } };
}

/** Whoever asked hears how it goes faster, if it may. */
const proveLine = (mail: Mail, unproven: boolean): string[] =>
  unproven ? [translator(mail.locale, "mails")("pending.prove")] : [];

async function contentOf(kind: Kind, mail: Mail, hosts: MailHosts): Promise<MailContent> {
  const { locale } = mail;
  const t = translator(locale, "mails");
  const words = wordsOf(kind, mail);
  const gone = isGone(kind);
  const manage = await registrationLink(mail.id);
  const unproven = mail.status === "pending" && !gone && (await waitsForProof(mail.id));
  const after = hasSeat(mail) ? t("manage.after") : t("waiting.manageAfter");
  return {
    locale,
    subject: words.subject,
    sender: senderOf(locale, hosts),
    heading: words.heading,
    paragraphs: [
      t("greeting", { name: safeName(mail.name) }),
      words.intro,
      ...proveLine(mail, unproven),
      ...(gone ? [] : [...colleagueLine(mail), ...(await askedLine(kind, mail))]),
    ],
    box: {
      ...(await boxOf(kind, mail, words)),
      ...(unproven ? { buttons: [{ label: t("pending.button"), href: manage }] } : {}),
    },
    ...ticketOf(kind, mail),
    rows: [
      ...(takesBack(kind) || !hasSeat(mail)
        ? []
        : [{ lead: t("calendar.lead"), text: t("calendar.attached") }]),
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
  if (takesBack(kind)) {
    if (wasOnlyWaiting(mail)) return undefined;
    return { method: "CANCEL", ics: registrationInvitation(mail, { method: "CANCEL", now: now() }) };
  }
  if (mail.status !== "confirmed" || isOnlyAWord(kind)) return undefined;
  return { method: "REQUEST", ics: registrationInvitation(mail, { method: "REQUEST", now: now() }) };
}

async function letterOf(kind: Kind, mail: Mail, { key, hosts }: { key: string; hosts: MailHosts }) {
  const calendar = calendarOf(kind, mail);
  return {
    dedupeKey: `${kind}:${mail.id}:${key}`,
    kind,
    subjectId: mail.id,
    to: { name: mail.name, email: mail.email },
    eventId: mail.eventId,
    content: await contentOf(kind, mail, hosts),
    ...(calendar ? { calendar } : {}),
  } satisfies Letter;
}

/** The fact is older than the row: somebody who cancelled at once gets the cancellation only. */
const isTooLate = (kind: Kind, mail: Mail) =>
  (kind === "event.postponed" && mail.event.status !== "postponed") ||
  (mail.status === "cancelled" && kind !== "registration.cancelled" && kind !== "registration.expired");

/** Writes one mail about a registration. `key` names the transition: the fact, or the reminder's start. */
export async function writeRegistrationMail(kind: Kind, id: Mail["id"], key: string): Promise<void> {
  const mail = await registrationMailOf(id);
  if (!mail || isTooLate(kind, mail)) return;
  await post(await letterOf(kind, mail, { key, hosts: await hostsOf(mail.eventId) }));
}

/** Kinds that no stranger can cause by typing an address, so that many may be written in one go. */
type ManyKind = Extract<Kind, "registration.reminder" | "registration.live" | "event.cancelled">;

/** Writes the same mail to many, each with its own key, all of them in one transaction. */
export async function writeRegistrationMails(
  kind: ManyKind,
  due: readonly DueReminder<"registration">[],
): Promise<void> {
  const mails = await registrationMailsOf(due.map(({ id }) => id));
  const keys = new Map(due.map(({ id, key }) => [id, key]));
  const hostsByEvent = hostsOnce();
  const letters: Letter[] = [];
  for (const mail of mails) {
    if (isTooLate(kind, mail)) continue;
    const hosts = await hostsByEvent(mail.eventId);
    letters.push(await letterOf(kind, mail, { key: keys.get(mail.id) ?? "", hosts }));
  }
  await postAll(letters);
}

/** Subscriber of the facts of registrations. */
export const mailRegistration = (kind: Kind) => async (fact: StoredFact) => {
  const { registrationId } = registrationPayload.parse(fact.payload);
  await writeRegistrationMail(kind, registrationId, fact.id);
};

/** Subscriber of an event that is called off: everybody hears of it, part after part. */
export async function mailCalledOff(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  const told = (await registrationsToTell(eventId)).map((id) => ({ id, key: fact.id }));
  for (const some of inParts(told)) await writeRegistrationMails("event.cancelled", some);
}

/** Subscriber of an event that is put off. One by one, like a new date; where there is one by now, nobody needs to hear. */
export async function mailPostponed(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  for (const id of await registrationsToTell(eventId))
    await writeRegistrationMail("event.postponed", id, fact.id);
}

/** Subscriber of a new date. One by one: an organizer can cause it again and again, so unproven addresses take turns. */
export async function mailRescheduled(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  for (const id of await registrationsToTell(eventId))
    await writeRegistrationMail("event.rescheduled", id, fact.id);
}
