import { thanksContent } from "@/components/mails/thanks-content";
import { circularValues } from "@/domain/notifications/queries/circular-reader";
import type { MailHosts } from "@/domain/notifications/queries/mailbox";
import type { DueReminder } from "@/domain/notifications/queries/reminders";
import type { MailSettings } from "@/domain/notifications/queries/settings";
import { type RegistrationMail, registrationMailsOf } from "@/domain/registration/queries";
import { origin } from "@/lib/env";
import { registrationLink } from "@/lib/tokens";
import { hostsOnce, type Letter, materialsOnce, postAll, settingsOnce, unsubscribeLinks } from "./parts";

type Said = { key: string; settings: MailSettings; hosts: MailHosts; gives: boolean };

async function letterOf(mail: RegistrationMail, { key, settings, hosts, gives }: Said): Promise<Letter> {
  const { locale, email, event } = mail;
  const links = await unsubscribeLinks({ locale, email, networkId: event.networkId });
  const ownPage = await registrationLink(mail.id);
  return {
    dedupeKey: `registration.thanks:${mail.id}:${key}`,
    kind: "registration.thanks",
    subjectId: mail.id,
    to: { name: mail.name, email },
    eventId: mail.eventId,
    content: thanksContent({
      mail,
      wording: settings.words.thanks,
      values: circularValues(mail, hosts),
      hosts,
      feedbackUrl: settings.feedbackUrl,
      ownPage,
      // The own page knows who comes: what is for those who took part is there too.
      materials: gives ? ownPage : undefined,
      refuse: links.page,
      origin: origin(),
    }),
    unsubscribe: links.post,
  };
}

/** Thanks everybody on the list for an event that is over, in one transaction. */
export async function writeThanks(due: readonly DueReminder<"registration">[]): Promise<void> {
  const keys = new Map(due.map(({ id, key }) => [id, key]));
  const [hostsByEvent, settingsByEvent, givesByEvent] = [hostsOnce(), settingsOnce(), materialsOnce()];
  const letters: Letter[] = [];
  for (const mail of await registrationMailsOf(due.map(({ id }) => id))) {
    const { eventId } = mail;
    const said = {
      key: keys.get(mail.id) ?? "",
      hosts: await hostsByEvent(eventId),
      settings: await settingsByEvent(eventId),
      gives: await givesByEvent(eventId),
    };
    letters.push(await letterOf(mail, said));
  }
  await postAll(letters);
}
