import type { MailContent } from "@/components/mails/content";
import { circularPreview, wordedPreview } from "@/components/mails/preview-content";
import type { StoredFact } from "@/domain/kernel/outbox";
import { mailFacts } from "@/domain/notifications/events";
import { circularValues, firstReader, wordingLook } from "@/domain/notifications/queries/circular-reader";
import { circularOf } from "@/domain/notifications/queries/circulars";
import { findPerson } from "@/domain/people/queries";
import { origin } from "@/lib/env";
import type { Id } from "@/lib/ids";
import { safeName } from "@/lib/mail/plain";
import { now } from "@/lib/time/clock";
import { hostsOf, type Letter, post } from "./parts";

type Asked = {
  person: NonNullable<Awaited<ReturnType<typeof findPerson>>>;
  eventId: Id<"event">;
  subjectId: string;
  content: MailContent;
};

const letterOf = ({ person, eventId, subjectId, content }: Asked, fact: StoredFact): Letter => ({
  dedupeKey: `circular.test:${subjectId}:${fact.id}`,
  kind: "circular.test",
  subjectId,
  to: { name: safeName(person.name), email: person.email },
  eventId,
  content: { ...content, subject: `[Test] ${content.subject}` },
});

/** Subscriber of `circular.tested`: the message to whoever asked, with the data of the event's first registration. */
export async function mailTest(fact: StoredFact): Promise<void> {
  const { circularId, eventId, personId } = mailFacts["circular.tested"].parse(fact.payload);
  const [circular, person, first] = await Promise.all([
    circularOf(circularId),
    findPerson(personId),
    firstReader(eventId),
  ]);
  if (!circular || !person || !first) return;
  const { locale, name, organisation } = person;
  const reader = { ...first, locale, name, organisation };
  const hosts = await hostsOf(eventId);
  const values = circularValues(reader, hosts);
  const content = circularPreview({ circular, reader, values, hosts, origin: origin() });
  await post(letterOf({ person, eventId, subjectId: circularId, content }, fact));
}

/** Subscriber of `wording.tested`: one of the event's own mails, without its calendar file and the code for the door. */
export async function mailWordingTest(fact: StoredFact): Promise<void> {
  const { eventId, mail, personId } = mailFacts["wording.tested"].parse(fact.payload);
  const [person, first] = await Promise.all([findPerson(personId), firstReader(eventId)]);
  if (!person) return;
  const { locale, name, organisation } = person;
  const registration = first && { ...first, locale, name, organisation };
  const look = await wordingLook({ eventId, registration, person });
  if (!look) return;
  const content = wordedPreview({ ...look, mail, origin: origin(), now: now() });
  await post(letterOf({ person, eventId, subjectId: eventId, content }, fact));
}
