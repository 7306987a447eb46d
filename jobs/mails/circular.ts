import { type CircularMail, circularContent } from "@/components/mails/circular-content";
import { circularValues } from "@/domain/notifications/queries/circular-reader";
import { type CircularRow, circularKey } from "@/domain/notifications/queries/circulars";
import type { MailHosts } from "@/domain/notifications/queries/mailbox";
import { isRefusable } from "@/domain/notifications/rules/circulars";
import { type RegistrationMail, registrationMailsOf } from "@/domain/registration/queries";
import { origin } from "@/lib/env";
import type { Id } from "@/lib/ids";
import { registrationLink } from "@/lib/tokens";
import { hostsOnce, type Letter, pageLink, postAll, unsubscribeLinks } from "./parts";

async function buttonOf({ button }: CircularRow, mail: RegistrationMail): Promise<string> {
  if (button === "page") return pageLink(mail.locale, `/e/${mail.event.slug}`);
  return registrationLink(mail.id, button === "room" ? { next: "room" } : undefined);
}

type Written = { circular: CircularRow; mail: RegistrationMail; hosts: MailHosts };

const mailOf = ({ circular, mail, hosts }: Written, links: CircularMail["links"]): CircularMail => ({
  circular,
  refusable: isRefusable(circular, mail),
  reader: { locale: mail.locale, timeZone: mail.timeZone },
  event: mail.event,
  values: circularValues(mail, hosts),
  hosts,
  links,
  origin: origin(),
});

async function letterOf(written: Written): Promise<Letter> {
  const { circular, mail } = written;
  const { locale, email, event } = mail;
  const refuse = await unsubscribeLinks({ locale, email, networkId: event.networkId });
  const links = {
    button: await buttonOf(circular, mail),
    registration: await registrationLink(mail.id),
    refuse: refuse.page,
  };
  return {
    dedupeKey: circularKey(circular.id, mail.id),
    kind: "circular.sent",
    subjectId: mail.id,
    to: { name: mail.name, email },
    eventId: mail.eventId,
    content: circularContent(mailOf(written, links)),
    circularId: circular.id,
    ...(isRefusable(circular, mail) ? { unsubscribe: refuse.post } : {}),
  };
}

/** Writes a message to these people, all of them in one transaction. */
export async function writeCircular(
  circular: CircularRow,
  ids: readonly Id<"registration">[],
): Promise<void> {
  const hostsByEvent = hostsOnce();
  const letters: Letter[] = [];
  for (const mail of await registrationMailsOf(ids)) {
    const hosts = await hostsByEvent(mail.eventId);
    letters.push(await letterOf({ circular, mail, hosts }));
  }
  await postAll(letters);
}
