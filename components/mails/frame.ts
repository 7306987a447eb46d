import type { MailHosts } from "@/domain/notifications/queries/mailbox";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import {
  formatClockSpan,
  formatDay,
  formatLongDay,
  formatSpan,
  isWithinDay,
  ownZoneSpan,
  zoneName,
} from "@/lib/time/format";
import type { MailContent, MailLink } from "./content";

const LEGAL = ["impressum", "datenschutz", "barrierefreiheit"] as const;

/** `origin` is the configured one, whatever a request once said. */
export function legalLinksAt(origin: string, locale: Locale): MailLink[] {
  const t = translator(locale, "site");
  return LEGAL.map((page) => ({ label: t(`legal.${page}`), href: `${origin}${href(locale, `/${page}`)}` }));
}

export function askLine(locale: Locale, contact: string): MailContent["foot"][number] {
  const link = { label: contact, href: `mailto:${contact}` };
  return { text: translator(locale, "mails")("foot.ask"), link, after: "." };
}

/** Why a mail came that no registration needs, and how never to get one like it again. */
export function newsFoot(locale: Locale, hosts: MailHosts, refuse: string): MailContent["foot"] {
  const t = translator(locale, "mails");
  const link = { label: t("foot.unsubscribe"), href: refuse };
  return [
    askLine(locale, hosts.contactEmail),
    { text: t("foot.whyNews", { network: hosts.name }), link, after: "." },
  ];
}

export const senderOf = (locale: Locale, { others, ...host }: MailHosts): MailContent["sender"] => ({
  name: host.name,
  mark: host.mark,
  colour: host.colour,
  ...(others.length > 0
    ? { aside: translator(locale, "mails")("with", { networks: others.join(", ") }) }
    : {}),
});

type When = { startsAt: Date; endsAt: Date; zone: string; ownZone: string; locale: Locale };

/** „Do., 12. Nov. 2026, 10:00–11:30 Uhr“: for subjects; over midnight or a change of clocks all that pages say too. */
export const shortWhen = ({ ownZone: _ownZone, ...span }: When): string =>
  isWithinDay(span)
    ? `${formatDay({ ...span, at: span.startsAt })}, ${formatClockSpan(span)}`
    : formatSpan(span);

/** The day, the clock in the event's zone, and the reader's own clock when it differs. */
export function whenLines(when: When): { strong: string; lines: string[] } {
  const at = { locale: when.locale, zone: when.zone, at: when.startsAt };
  const own = ownZoneSpan(when);
  const year = formatDay(at).match(/\d{4}$/)?.[0] ?? "";
  return {
    strong: `${formatLongDay(at)} ${year}`.trim(),
    lines: [
      isWithinDay(when) ? `${formatClockSpan(when)} ${zoneName(at)}` : formatSpan(when),
      ...(own ? [translator(when.locale, "mails")("ownTime", { time: own })] : []),
    ],
  };
}
