import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { placeText } from "@/domain/calendar/queries";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { type RegistrationMail, registrationMailOf } from "@/domain/registration/queries";
import type { Id } from "@/lib/ids";
import { safeName } from "@/lib/mail/plain";
import { formatSpan } from "@/lib/time/format";
import type { CircularValues } from "../rules";
import type { MailHosts } from "./mailbox";

/** What stands for the variables in one person's mail. What people typed of themselves links to nothing. */
export function circularValues(mail: RegistrationMail, hosts: MailHosts): CircularValues {
  const { event, locale } = mail;
  const { startsAt, endsAt } = event;
  return {
    name: safeName(mail.name),
    organisation: safeName(mail.organisation),
    event: event.title,
    when: formatSpan({ locale, zone: event.timeZone, startsAt, endsAt }),
    place: placeText(locale, event.place),
    network: hosts.name,
  };
}

type Choice = { eventId: Id<"event">; registrationId: Id<"registration"> };

/** Somebody of this event to look at a message with, for its organizers; undefined for others, and for people of other events. */
export async function readerForPreview(
  viewer: Actor,
  { eventId, registrationId }: Choice,
  reader: Reader = db(),
): Promise<RegistrationMail | undefined> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "mails.manage", scope)) return undefined;
  const mail = await registrationMailOf(registrationId, reader);
  return mail?.eventId === eventId ? mail : undefined;
}

/** The registration whose data a test mail is filled with: the first of the event; undefined where there is none. */
export async function firstReader(
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<RegistrationMail | undefined> {
  const [row] = await reader
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.eventId, eventId))
    .orderBy(registrations.place)
    .limit(1);
  return row && registrationMailOf(row.id, reader);
}
