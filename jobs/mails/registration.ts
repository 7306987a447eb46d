import { registrationContent, takesBack } from "@/components/mails/registration-content";
import { isGone, type RegistrationKind } from "@/components/mails/registration-words";
import { registrationInvitation, whereText } from "@/domain/calendar/queries";
import type { StoredFact } from "@/domain/kernel/outbox";
import { circularValues } from "@/domain/notifications/queries/circular-reader";
import { type MailHosts, registrationsToTell } from "@/domain/notifications/queries/mailbox";
import type { DueReminder } from "@/domain/notifications/queries/reminders";
import { type MailSettings, mailSettingsOf } from "@/domain/notifications/queries/settings";
import { wordedOf } from "@/domain/notifications/rules";
import { eventPayload } from "@/domain/programme/events";
import { registrationPayload } from "@/domain/registration/events";
import {
  type RegistrationMail,
  registrationMailOf,
  registrationMailsOf,
} from "@/domain/registration/queries";
import { hasOpenQuestions } from "@/domain/registration/queries/given";
import { waitsForProof } from "@/domain/registration/queries/unproven-request";
import { origin } from "@/lib/env";
import { safeName } from "@/lib/mail/plain";
import { now } from "@/lib/time/clock";
import { checkInCode, registrationLink } from "@/lib/tokens";
import { hostsOf, hostsOnce, inParts, type Letter, pageLink, post, postAll, settingsOnce } from "./parts";

type Mail = RegistrationMail;
type Kind = RegistrationKind;

/** Kinds that change nothing which a calendar would have to learn. */
const isOnlyAWord = (kind: Kind) => kind === "registration.reminder" || kind === "registration.live";

/**
 * Whoever was put on the list by another, or registered before the form was changed, hears that it waits for them; not in
 * mails that go to thousands at once, each of which would ask the database anew.
 */
async function asksOf(kind: Kind, mail: Mail): Promise<boolean> {
  const isMass = isOnlyAWord(kind) || kind === "event.rescheduled" || kind === "event.postponed";
  const isHolding = mail.status !== "declined" && mail.status !== "cancelled";
  return isHolding && !isMass && (await hasOpenQuestions(mail));
}

/** Whoever asked hears how it goes faster, if it may. */
const isUnproven = async (kind: Kind, mail: Mail): Promise<boolean> =>
  mail.status === "pending" && !isGone(kind) && (await waitsForProof(mail.id));

async function linksOf({ id, locale, event }: Mail) {
  return {
    manage: await registrationLink(id),
    room: await registrationLink(id, { next: "room" }),
    page: pageLink(locale, `/e/${event.slug}`),
    events: pageLink(locale, "/events"),
  };
}

type About = { hosts: MailHosts; settings: MailSettings };

async function contentOf(kind: Kind, mail: Mail, { hosts, settings }: About): Promise<Letter["content"]> {
  const at = now();
  const worded = wordedOf(kind, mail.event.startsAt, at);
  return registrationContent({
    kind,
    mail,
    wording: worded && settings.words[worded],
    values: circularValues(mail, hosts),
    where: whereText(mail.locale, mail),
    hosts,
    links: await linksOf(mail),
    code: checkInCode(mail.id),
    ...(mail.colleague === null ? {} : { colleague: safeName(mail.colleague) }),
    asks: await asksOf(kind, mail),
    unproven: await isUnproven(kind, mail),
    origin: origin(),
    now: at,
  });
}

function calendarOf(kind: Kind, mail: Mail): Letter["calendar"] {
  if (takesBack(kind)) {
    // Whoever only waited has no entry to take back.
    if (mail.confirmedAt === null) return undefined;
    return { method: "CANCEL", ics: registrationInvitation(mail, { method: "CANCEL", now: now() }) };
  }
  if (mail.status !== "confirmed" || isOnlyAWord(kind)) return undefined;
  return { method: "REQUEST", ics: registrationInvitation(mail, { method: "REQUEST", now: now() }) };
}

async function letterOf(kind: Kind, mail: Mail, { key, ...about }: About & { key: string }) {
  const calendar = calendarOf(kind, mail);
  return {
    dedupeKey: `${kind}:${mail.id}:${key}`,
    kind,
    subjectId: mail.id,
    to: { name: mail.name, email: mail.email },
    eventId: mail.eventId,
    content: await contentOf(kind, mail, about),
    ...(calendar ? { calendar } : {}),
  } satisfies Letter;
}

/** The fact is older than the row: somebody who cancelled at once gets the cancellation only. */
const isTooLate = (kind: Kind, mail: Mail) =>
  (kind === "event.postponed" && mail.event.status !== "postponed") ||
  (mail.status === "cancelled" && kind !== "registration.cancelled" && kind !== "registration.expired");

/** Writes one mail about a registration. `key` names the transition: the fact, or the reminder's start. */
export async function writeRegistrationMail(kind: Kind, id: Mail["id"], key: string): Promise<void> {
  const mail = await registrationMailOf(id);
  if (!mail || isTooLate(kind, mail)) return;
  const { eventId } = mail;
  const about = { hosts: await hostsOf(eventId), settings: await mailSettingsOf(eventId) };
  await post(await letterOf(kind, mail, { key, ...about }));
}

/** Kinds that no stranger can cause by typing an address, so that many may be written in one go. */
type ManyKind = Extract<Kind, "registration.reminder" | "registration.live" | "event.cancelled">;

/** Writes the same mail to many, each with its own key, all of them in one transaction. */
export async function writeRegistrationMails(
  kind: ManyKind,
  due: readonly DueReminder<"registration">[],
): Promise<void> {
  const mails = await registrationMailsOf(due.map(({ id }) => id));
  const keys = new Map(due.map(({ id, key }) => [id, key]));
  const [hostsByEvent, settingsByEvent] = [hostsOnce(), settingsOnce()];
  const letters: Letter[] = [];
  for (const mail of mails) {
    if (isTooLate(kind, mail)) continue;
    const about = {
      hosts: await hostsByEvent(mail.eventId),
      settings: await settingsByEvent(mail.eventId),
    };
    letters.push(await letterOf(kind, mail, { key: keys.get(mail.id) ?? "", ...about }));
  }
  await postAll(letters);
}

/** Subscriber of the facts of registrations. */
export const mailRegistration = (kind: Kind) => async (fact: StoredFact) => {
  const { registrationId } = registrationPayload.parse(fact.payload);
  await writeRegistrationMail(kind, registrationId, fact.id);
};

/** Subscriber of an event that is called off: everybody hears of it, part after part. */
export async function mailCalledOff(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  const told = (await registrationsToTell(eventId)).map((id) => ({ id, key: fact.id }));
  for (const some of inParts(told)) await writeRegistrationMails("event.cancelled", some);
}

/** Subscriber of an event that is put off. One by one, like a new date; where there is one by now, nobody needs to hear. */
export async function mailPostponed(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  for (const id of await registrationsToTell(eventId))
    await writeRegistrationMail("event.postponed", id, fact.id);
}

/** Subscriber of a new date. One by one: an organizer can cause it again and again, so unproven addresses take turns. */
export async function mailRescheduled(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  for (const id of await registrationsToTell(eventId))
    await writeRegistrationMail("event.rescheduled", id, fact.id);
}
