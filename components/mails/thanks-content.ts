import type { MailHosts } from "@/domain/notifications/queries/mailbox";
import { type CircularValues, type MailWording, ownWords } from "@/domain/notifications/rules/words";
import { translator } from "@/lib/i18n/translator";
import type { MailContent } from "./content";
import { legalLinksAt, newsFoot, senderOf, whenLines } from "./frame";
import type { ToldRegistration } from "./registration-words";

export type ThanksLetter = {
  mail: Pick<ToldRegistration, "locale" | "timeZone" | "event">;
  wording: MailWording | undefined;
  values: CircularValues;
  hosts: MailHosts;
  /** A page of the organizers' own that asks what people thought of it; without one, their own page asks. */
  feedbackUrl: string | null;
  /** Of their registration. */
  ownPage: string;
  /** Where the event's materials lie for this person; undefined where it gives out none. */
  materials: string | undefined;
  /** Where such mails are ended. */
  refuse: string;
  origin: string;
};

/** The thanks when an event is over, with what there is to take along and to say. Also its test and its preview. */
export function thanksContent(letter: ThanksLetter): MailContent {
  const { mail, wording, values, hosts, feedbackUrl, ownPage, materials, origin } = letter;
  const { locale, event } = mail;
  const t = translator(locale, "mails");
  const own = ownWords(wording, locale, values);
  const { strong, lines } = whenLines({ ...event, zone: event.timeZone, ownZone: mail.timeZone, locale });
  const buttons = [
    ...(materials === undefined ? [] : [{ label: t("thanks.materials"), href: materials }]),
    { label: t("thanks.feedback"), href: feedbackUrl ?? `${ownPage}#my-feedback` },
  ];
  return {
    locale,
    subject: own.subject ?? t("thanks.subject", { title: event.title }),
    sender: senderOf(locale, hosts),
    heading: t("thanks.heading"),
    paragraphs: [
      t("greeting", { name: values.name }),
      ...(own.paragraphs ?? [t("thanks.intro", { title: event.title })]),
    ],
    box: {
      title: event.title,
      strong,
      lines,
      buttons,
      ...(feedbackUrl === null ? {} : { note: t("thanks.note") }),
    },
    rows: [],
    foot: newsFoot(locale, hosts, letter.refuse),
    legal: legalLinksAt(origin, locale),
  };
}
