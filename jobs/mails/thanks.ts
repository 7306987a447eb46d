import type { MailContent } from "@/components/mails/content";
import { newsFoot, senderOf, whenLines } from "@/components/mails/frame";
import type { MailHosts } from "@/domain/notifications/queries/mailbox";
import type { DueReminder } from "@/domain/notifications/queries/reminders";
import { type MailSettings, mailSettingsOf } from "@/domain/notifications/queries/settings";
import { paragraphsOf } from "@/domain/notifications/rules";
import { type RegistrationMail, registrationMailsOf } from "@/domain/registration/queries";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { safeName } from "@/lib/mail/plain";
import { hostsOnce, type Letter, legalLinks, postAll, unsubscribeLinks } from "./parts";

type Said = { settings: MailSettings; hosts: MailHosts; page: string };

function contentOf(mail: RegistrationMail, { settings, hosts, page }: Said): MailContent {
  const { locale, event } = mail;
  const t = translator(locale, "mails");
  const own = paragraphsOf(locale === "de" ? settings.thanksDe : settings.thanksEn);
  const { strong, lines } = whenLines({ ...event, zone: event.timeZone, ownZone: mail.timeZone, locale });
  const { feedbackUrl } = settings;
  const feedback =
    feedbackUrl === null
      ? { buttons: [] }
      : { buttons: [{ label: t("thanks.feedback"), href: feedbackUrl }], note: t("thanks.note") };
  return {
    locale,
    subject: t("thanks.subject", { title: event.title }),
    sender: senderOf(locale, hosts),
    heading: t("thanks.heading"),
    paragraphs: [
      t("greeting", { name: safeName(mail.name) }),
      ...(own.length > 0 ? own : [t("thanks.intro", { title: event.title })]),
    ],
    box: { title: event.title, strong, lines, ...feedback },
    rows: [],
    foot: newsFoot(locale, hosts, page),
    legal: legalLinks(locale),
  };
}

async function letterOf(mail: RegistrationMail, key: string, said: Omit<Said, "page">): Promise<Letter> {
  const { locale, email, event } = mail;
  const links = await unsubscribeLinks({ locale, email, networkId: event.networkId });
  return {
    dedupeKey: `registration.thanks:${mail.id}:${key}`,
    kind: "registration.thanks",
    subjectId: mail.id,
    to: { name: mail.name, email },
    eventId: mail.eventId,
    content: contentOf(mail, { ...said, page: links.page }),
    unsubscribe: links.post,
  };
}

/** Thanks everybody on the list for an event that is over, in one transaction. */
export async function writeThanks(due: readonly DueReminder<"registration">[]): Promise<void> {
  const keys = new Map(due.map(({ id, key }) => [id, key]));
  const hostsByEvent = hostsOnce();
  const settingsByEvent = new Map<Id<"event">, MailSettings>();
  const letters: Letter[] = [];
  for (const mail of await registrationMailsOf(due.map(({ id }) => id))) {
    const settings = settingsByEvent.get(mail.eventId) ?? (await mailSettingsOf(mail.eventId));
    settingsByEvent.set(mail.eventId, settings);
    const hosts = await hostsByEvent(mail.eventId);
    letters.push(await letterOf(mail, keys.get(mail.id) ?? "", { settings, hosts }));
  }
  await postAll(letters);
}
