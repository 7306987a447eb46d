import { type CircularMail, circularContent } from "@/components/mails/circular-content";
import type { StoredFact } from "@/domain/kernel/outbox";
import { mailFacts } from "@/domain/notifications/events";
import { circularValues, firstReader } from "@/domain/notifications/queries/circular-reader";
import { type CircularRow, circularKey, circularOf } from "@/domain/notifications/queries/circulars";
import type { MailHosts } from "@/domain/notifications/queries/mailbox";
import { isRefusable } from "@/domain/notifications/rules";
import { findPerson } from "@/domain/people/queries";
import { type RegistrationMail, registrationMailsOf } from "@/domain/registration/queries";
import { origin } from "@/lib/env";
import type { Id } from "@/lib/ids";
import { safeName } from "@/lib/mail/plain";
import { registrationLink } from "@/lib/tokens";
import { hostsOf, hostsOnce, type Letter, pageLink, post, postAll, unsubscribeLinks } from "./parts";

async function buttonOf({ button }: CircularRow, mail: RegistrationMail): Promise<string> {
  if (button === "page") return pageLink(mail.locale, `/e/${mail.event.slug}`);
  return registrationLink(mail.id, button === "room" ? "room" : undefined);
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

/**
 * Subscriber of `circular.tested`: the message to its author, with somebody's data and nobody's links. Its buttons lead
 * to public pages only, because a personal link would give the author that person's place.
 */
export async function mailTest(fact: StoredFact): Promise<void> {
  const { circularId, eventId, personId } = mailFacts["circular.tested"].parse(fact.payload);
  const [circular, person, first] = await Promise.all([
    circularOf(circularId),
    findPerson(personId),
    firstReader(eventId),
  ]);
  if (!circular || !person || !first) return;
  const { locale } = person;
  const hosts = await hostsOf(eventId);
  const page = pageLink(locale, `/e/${first.event.slug}`);
  const mail = { ...first, locale, name: person.name, organisation: person.organisation };
  const links = { button: page, registration: page, refuse: page };
  const content = circularContent(mailOf({ circular, mail, hosts }, links));
  await post({
    dedupeKey: `circular.test:${circularId}:${fact.id}`,
    kind: "circular.test",
    subjectId: circularId,
    to: { name: safeName(person.name), email: person.email },
    eventId,
    content: { ...content, subject: `[Test] ${content.subject}` },
  });
}
