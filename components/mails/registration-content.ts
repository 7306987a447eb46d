import type { MailHosts } from "@/domain/notifications/queries/mailbox";
import { type CircularValues, type MailWording, ownWords } from "@/domain/notifications/rules/words";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "./content";
import { askLine, legalLinksAt, senderOf, whenLines } from "./frame";
import {
  builtInWords,
  isGone,
  type RegistrationKind,
  type ToldRegistration,
  type Words,
} from "./registration-words";

export type RegistrationLetter = {
  kind: RegistrationKind;
  mail: ToldRegistration;
  /** What the organizer says instead of our subject and first sentence; everything else stays as it is. */
  wording: MailWording | undefined;
  /** What stands for the variables: plain text that is safe in anybody's mail. */
  values: CircularValues;
  /** Where this person takes part. */
  where: string;
  hosts: MailHosts;
  /** Where buttons lead; a preview gives addresses that open nothing. */
  links: { manage: string; room: string; page: string; events: string };
  /** What the door reads, for who has a seat there; undefined in a preview, which lets nobody in. */
  code?: string | undefined;
  /** Name of the colleague who registered this person, made safe. */
  colleague?: string | undefined;
  /** The event asks something that this registration has not answered. */
  asks?: boolean;
  /** Whoever asked for a place may get it sooner by proving the address. */
  unproven?: boolean;
  origin: string;
  now: Date;
};

type Box = NonNullable<MailContent["box"]>;

/** Kinds after which calendars let go of the entry, for good or until there is a new date. */
export const takesBack = (kind: RegistrationKind): boolean => isGone(kind) || kind === "event.postponed";

const hasSeat = ({ mail }: RegistrationLetter) => mail.status === "confirmed";

/** What the one large button of a mail does. */
function buttonOf(letter: RegistrationLetter): Pick<Box, "buttons" | "note"> {
  const { kind, mail, links } = letter;
  const t = translator(mail.locale, "mails");
  if (letter.unproven) return { buttons: [{ label: t("pending.button"), href: links.manage }] };
  if (kind === "event.cancelled")
    return { buttons: [{ label: t("eventCancelled.button"), href: links.events }] };
  if (kind === "event.postponed")
    return { buttons: [{ label: t("eventPostponed.button"), href: links.manage }] };
  if (kind === "registration.cancelled" || kind === "registration.expired")
    return { buttons: [{ label: t("cancelled.button"), href: links.page }], note: t("cancelled.again") };
  if (mail.status === "offered") return { buttons: [{ label: t("offered.button"), href: links.manage }] };
  if (!hasSeat(letter)) return { buttons: [] };
  if (mail.attendance === "onsite")
    return { buttons: [{ label: t("onsite.button"), href: links.manage }], note: t("onsite.note") };
  return { buttons: [{ label: t("join"), href: links.room }], note: t("roomOpens") };
}

/** Whoever is in gets the button into the room; whoever waits or left, the page of the event. */
function boxOf(letter: RegistrationLetter, words: Words): Box {
  const { kind, mail, where } = letter;
  const { event, locale } = mail;
  const dated = whenLines({ ...event, zone: event.timeZone, ownZone: mail.timeZone, locale });
  const open = { strong: translator(locale, "mails")("eventPostponed.open"), lines: [] };
  const { strong, lines } = kind === "event.postponed" ? open : dated;
  const shown = [...lines, where, ...(words.lines ?? [])];
  return { title: event.title, strong, lines: shown, ...buttonOf(letter) };
}

/** While an event is put off, its old date is none. */
const valuesOf = ({ kind, mail, values }: RegistrationLetter): CircularValues =>
  kind === "event.postponed"
    ? { ...values, when: translator(mail.locale, "mails")("eventPostponed.open") }
    : values;

/** Greeting, the first words, and what this one person has to know beside them, whoever wrote the words. */
function paragraphsOf(letter: RegistrationLetter, first: readonly string[]): string[] {
  const { kind, mail, values, colleague, asks, unproven } = letter;
  const t = translator(mail.locale, "mails");
  const isIn = !isGone(kind);
  return [
    t("greeting", { name: values.name }),
    ...first,
    ...(unproven ? [t("pending.prove")] : []),
    ...(isIn && colleague !== undefined ? [t("colleague", { name: colleague })] : []),
    ...(isIn && asks ? [t("questions")] : []),
  ];
}

/** Only for whoever has a seat on site: also when they have just changed over to one. */
function ticketOf(letter: RegistrationLetter): Pick<MailContent, "ticket"> {
  const { kind, mail, code } = letter;
  if (code === undefined || isGone(kind) || !hasSeat(letter) || mail.attendance !== "onsite") return {};
  const t = translator(mail.locale, "mails");
  return { ticket: { title: t("ticket.title"), text: t("ticket.text"), code } };
}

function rowsOf(letter: RegistrationLetter): MailContent["rows"] {
  const { kind, mail, links } = letter;
  const t = translator(mail.locale, "mails");
  const link = { label: t("manage.link"), href: links.manage };
  const after = hasSeat(letter) ? t("manage.after") : t("waiting.manageAfter");
  return [
    ...(takesBack(kind) || !hasSeat(letter)
      ? []
      : [{ lead: t("calendar.lead"), text: t("calendar.attached") }]),
    ...(isGone(kind) ? [] : [{ lead: t("manage.lead"), link, after }]),
  ];
}

/**
 * A mail about one registration. Mail, test and preview are all made here, so they cannot differ. An organizer's words
 * take the place of our subject and first sentence; what happened, when, where, the buttons, the ticket and the way to
 * cancel are not theirs to leave out.
 */
export function registrationContent(letter: RegistrationLetter): MailContent {
  const { kind, mail, wording, hosts, links, origin, now } = letter;
  const { locale } = mail;
  const t = translator(locale, "mails");
  const words = builtInWords(kind, mail, now);
  const own = ownWords(wording, locale, valuesOf(letter));
  return {
    locale,
    subject: own.subject ?? words.subject,
    sender: senderOf(locale, hosts),
    heading: words.heading,
    paragraphs: paragraphsOf(letter, own.paragraphs ?? [words.intro]),
    box: boxOf(letter, words),
    ...ticketOf(letter),
    rows: rowsOf(letter),
    foot: [
      askLine(locale, hosts.contactEmail),
      {
        text: t("foot.why"),
        ...(isGone(kind) ? {} : { link: { label: t("foot.remove"), href: links.manage } }),
      },
    ],
    legal: legalLinksAt(origin, locale),
  };
}
