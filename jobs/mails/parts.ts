import type { MailContent, MailLink } from "@/components/mails/content";
import { renderMail } from "@/components/mails/render-mail";
import { queueMail } from "@/domain/notifications/commands/queue-mail";
import { type MailHosts, mailHostsOf } from "@/domain/notifications/queries/mailbox";
import type { MailKind, QueueMailInput } from "@/domain/notifications/schema";
import { env, origin } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { mailboxOf } from "@/lib/mail/message";
import { formatClockSpan, formatDay, formatLongDay, ownZoneSpan, zoneName } from "@/lib/time/format";

/** The actor of everything that follows from facts and from the clock. */
export const worker = { type: "system", job: "worker" } as const;

/** An address of our own, in the reader's language. Only the configured origin, whatever a request once said. */
export const pageLink = (locale: Locale, path: string): string => `${origin()}${href(locale, path)}`;

const LEGAL = ["impressum", "datenschutz", "barrierefreiheit"] as const;

export function legalLinks(locale: Locale): MailLink[] {
  const t = translator(locale, "site");
  return LEGAL.map((page) => ({ label: t(`legal.${page}`), href: pageLink(locale, `/${page}`) }));
}

export function askLine(locale: Locale, contact: string): MailContent["foot"][number] {
  const link = { label: contact, href: `mailto:${contact}` };
  return { text: translator(locale, "mails")("foot.ask"), link, after: "." };
}

const PRIMARY = "#005d86";

/** Plenum itself, for mails that belong to no event. */
export const ourselves = () => ({ name: "Plenum", mark: "PL", colour: PRIMARY });
export const ownContact = () => mailboxOf(env().MAIL_FROM).address;

export const senderOf = (locale: Locale, { others, ...host }: MailHosts): MailContent["sender"] => ({
  name: host.name,
  mark: host.mark,
  colour: host.colour,
  ...(others.length > 0
    ? { aside: translator(locale, "mails")("with", { networks: others.join(", ") }) }
    : {}),
});

type When = { startsAt: Date; endsAt: Date; zone: string; ownZone: string; locale: Locale };

/** „Do., 12. Nov. 2026, 10:00–11:30 Uhr“: for subjects. */
export const shortWhen = ({ ownZone: _ownZone, ...span }: When): string =>
  `${formatDay({ ...span, at: span.startsAt })}, ${formatClockSpan(span)}`;

/** The day, the clock in the event's zone, and the reader's own clock when it differs. */
export function whenLines(when: When): { strong: string; lines: string[] } {
  const at = { locale: when.locale, zone: when.zone, at: when.startsAt };
  const own = ownZoneSpan(when);
  const year = formatDay(at).match(/\d{4}$/)?.[0] ?? "";
  return {
    strong: `${formatLongDay(at)} ${year}`.trim(),
    lines: [
      `${formatClockSpan(when)} ${zoneName(at)}`,
      ...(own ? [translator(when.locale, "mails")("ownTime", { time: own })] : []),
    ],
  };
}

export type Letter = {
  dedupeKey: string;
  kind: MailKind;
  subjectId: string;
  to: { name: string; email: string };
  eventId: Id<"event"> | null;
  content: MailContent;
  calendar?: QueueMailInput["calendar"];
};

/** Renders the mail and puts it into the mailbox; the same key a second time does nothing. */
export async function post({ content, ...letter }: Letter): Promise<void> {
  const rendered = await renderMail(content);
  const input: QueueMailInput = { ...letter, ...rendered, locale: content.locale };
  const result = await queueMail({ actor: worker, input });
  if (!result.ok) throw new Error(`mail not queued: ${result.failure.reason}`);
}

export const hostsOf = mailHostsOf;
