import type { MailHosts } from "@/domain/notifications/queries/mailbox";
import { type CircularValues, circularText, filled, paragraphsOf } from "@/domain/notifications/rules/words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "./content";
import { askLine, legalLinksAt, newsFoot, senderOf, whenLines } from "./frame";

type Circular = Parameters<typeof circularText>[0] & {
  button: "none" | "room" | "registration" | "page";
};

export type CircularMail = {
  circular: Circular;
  /** Whether this reader can end such mails for good: see `isRefusable`. */
  refusable: boolean;
  reader: { locale: Locale; timeZone: string };
  event: { title: string; startsAt: Date; endsAt: Date; timeZone: string };
  /** What stands for the variables: plain text that is safe in anybody's mail. */
  values: CircularValues;
  hosts: MailHosts;
  /** Where the button, the registration and the refusal lead; a preview gives addresses that open nothing. */
  links: { button: string; registration: string; refuse: string };
  origin: string;
};

/** An organizer's message as one person reads it. Mail, test and preview are all made here, so they cannot differ. */
export function circularContent(mail: CircularMail): MailContent {
  const { circular, event, values, hosts, links, origin } = mail;
  const { locale, timeZone } = mail.reader;
  const t = translator(locale, "mails");
  const text = circularText(circular, locale);
  // All of it may be a value that this reader has none of, and a mail without a subject is sent by nobody.
  const subject = filled(text.subject, values).trim() || event.title;
  const { strong, lines } = whenLines({ ...event, zone: event.timeZone, ownZone: timeZone, locale });
  const { button } = circular;
  return {
    locale,
    subject,
    sender: senderOf(locale, hosts),
    heading: subject,
    paragraphs: paragraphsOf(text.body).map((paragraph) => filled(paragraph, values)),
    box: {
      title: event.title,
      strong,
      lines: [...lines, values.place],
      buttons: button === "none" ? [] : [{ label: t(`circular.buttons.${button}`), href: links.button }],
    },
    rows: [],
    foot: mail.refusable
      ? newsFoot(locale, hosts, links.refuse)
      : [
          askLine(locale, hosts.contactEmail),
          {
            text: t("circular.why", { title: event.title }),
            link: { label: t("circular.registration"), href: links.registration },
            after: ".",
          },
        ],
    legal: legalLinksAt(origin, locale),
  };
}
