import "server-only";
import { eq } from "drizzle-orm";
import { type Reader as Database, db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { placeText, whereText } from "@/domain/calendar/queries";
import { type Actor, can } from "@/domain/policy";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import { givesMaterials } from "@/domain/programme/queries/materials";
import { type RegistrationMail, registrationMailOf } from "@/domain/registration/queries";
import type { Locale } from "@/lib/i18n/locales";
import type { Id } from "@/lib/ids";
import { safeName } from "@/lib/mail/plain";
import { formatSpan } from "@/lib/time/format";
import type { CircularValues } from "../rules/words";
import { type MailHosts, mailHostsOf } from "./mailbox";
import { mailSettingsOf } from "./settings";

/** Of a registration, what its mails say of it. */
type Reader = Pick<
  RegistrationMail,
  | "name"
  | "organisation"
  | "locale"
  | "timeZone"
  | "status"
  | "attendance"
  | "waitingPlace"
  | "offeredUntil"
  | "confirmedAt"
> & {
  event: Pick<RegistrationMail["event"], "slug" | "title" | "startsAt" | "endsAt" | "timeZone" | "place">;
};

/** What stands for the variables in one person's mail. What people typed of themselves links to nothing. */
export function circularValues(
  mail: Pick<Reader, "name" | "organisation" | "locale" | "event">,
  hosts: MailHosts,
): CircularValues {
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
  reader: Database = db(),
): Promise<RegistrationMail | undefined> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "mails.manage", scope)) return undefined;
  const mail = await registrationMailOf(registrationId, reader);
  return mail?.eventId === eventId ? mail : undefined;
}

/** The registration whose data a test mail is filled with: the first of the event; undefined where there is none. */
export async function firstReader(
  eventId: Id<"event">,
  reader: Database = db(),
): Promise<RegistrationMail | undefined> {
  const [row] = await reader
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.eventId, eventId))
    .orderBy(registrations.place)
    .limit(1);
  return row && registrationMailOf(row.id, reader);
}

/** First people of an event, to look at its own mails with; for its organizers, nobody for others. */
export async function listEventReaders(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Database = db(),
): Promise<{ id: Id<"registration">; name: string }[]> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "mails.manage", scope)) return [];
  return reader
    .select({ id: registrations.id, name: registrations.name })
    .from(registrations)
    .where(eq(registrations.eventId, eventId))
    .orderBy(registrations.place)
    .limit(50);
}

type Looking = { name: string; organisation: string; locale: Locale };

/** Whoever looks, as if registered: mails are worded before anybody is. */
const asRegistered = (event: EventScope, person: Looking): Reader => ({
  ...{ name: person.name, organisation: person.organisation, locale: person.locale },
  ...{ status: "confirmed", attendance: "online", waitingPlace: null, offeredUntil: null, confirmedAt: null },
  timeZone: event.timeZone,
  event,
});

type Look = { eventId: Id<"event">; registration: RegistrationMail | undefined; person: Looking };

/** What one of an event's own mails is looked at with: a real registration of it, or else whoever looks. */
export async function wordingLook({ eventId, registration, person }: Look, reader: Database = db()) {
  const event = await eventScope(reader, eventId);
  if (!event) return undefined;
  const shown: Reader = registration ?? asRegistered(event, person);
  const hosts = await mailHostsOf(eventId, reader);
  return {
    reader: shown,
    hosts,
    values: circularValues(shown, hosts),
    where: whereText(shown.locale, shown),
    settings: await mailSettingsOf(eventId, reader),
    gives: await givesMaterials(eventId, reader),
  };
}
