import type { MailKind } from "@/domain/notifications/labels";
import { wordedOf } from "@/domain/notifications/rules";
import type { RegistrationMail } from "@/domain/registration/queries";
import { translator } from "@/lib/i18n/translator";
import { formatMoment } from "@/lib/time/format";
import { shortWhen } from "./frame";

/** Mails about one registration, all but the thanks, which no registration needs. */
export type RegistrationKind = Exclude<
  Extract<MailKind, `registration.${string}` | `event.${string}`>,
  "registration.thanks"
>;

/** What such a mail says of a registration; a preview makes one up where nobody is registered yet. */
export type ToldRegistration = Pick<
  RegistrationMail,
  "locale" | "timeZone" | "status" | "attendance" | "waitingPlace" | "offeredUntil" | "confirmedAt"
> & { event: Pick<RegistrationMail["event"], "title" | "startsAt" | "endsAt" | "timeZone"> };

export type Words = { subject: string; heading: string; intro: string; lines?: string[] };

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

/** What is said to a known address that is typed again: where its registration stands. */
const REPEATED = {
  confirmed: "repeated",
  waiting: "repeatedWaiting",
  offered: "offered",
  pending: "pending",
  declined: "declined",
  cancelled: "repeated",
} as const satisfies Record<ToldRegistration["status"], Part | "repeatedWaiting">;

/** Kinds after which somebody is in the event no more: they offer no way into the room. */
const GONE = new Set<RegistrationKind>([
  "registration.cancelled",
  "registration.expired",
  "registration.declined",
  "event.cancelled",
]);
export const isGone = (kind: RegistrationKind): boolean => GONE.has(kind);

/** Place on the list and end of an offer: what a person who looks twice looks for. */
function linesOf({ event, waitingPlace, offeredUntil, locale }: ToldRegistration): string[] {
  const t = translator(locale, "mails");
  const until = offeredUntil && formatMoment({ locale, zone: event.timeZone, at: offeredUntil });
  return [
    ...(waitingPlace === null ? [] : [t("waiting.place", { place: waitingPlace })]),
    ...(until ? [t("offered.until", { until })] : []),
  ];
}

type Reminding = { mail: ToldRegistration; values: Record<string, string>; now: Date };

function reminderWords({ mail, values, now }: Reminding): Words {
  const t = translator(mail.locale, "mails");
  const isDay = wordedOf("registration.reminder", mail.event.startsAt, now) === "dayBefore";
  const subject = t(isDay ? "reminder.subjectDay" : "reminder.subjectHour", values);
  const heading = t(isDay ? "reminder.headingDay" : "reminder.headingHour");
  return {
    subject,
    heading,
    intro: t(mail.attendance === "onsite" ? "onsite.reminder" : "reminder.intro"),
  };
}

/** Our own words of each kind; the state of the registration decides between being in and waiting. */
export function builtInWords(kind: RegistrationKind, mail: ToldRegistration, now: Date): Words {
  const t = translator(mail.locale, "mails");
  const { event, attendance } = mail;
  const clock = { ...event, zone: event.timeZone, ownZone: mail.timeZone, locale: mail.locale };
  const values = { title: event.title, when: shortWhen(clock), attendance };
  if (kind === "registration.reminder") return reminderWords({ mail, values, now });
  if (kind === "registration.cancelled") {
    const intro = mail.confirmedAt === null ? t("cancelled.introWaiting") : t("cancelled.intro");
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
