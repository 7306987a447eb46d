import "server-only";
import { db } from "@/db/client";
import type { Correspondent, TalkCorrespondence } from "@/domain/matchmaking/queries/correspondence";
import { talkCorrespondence } from "@/domain/matchmaking/queries/correspondence";
import { findMyMeeting } from "@/domain/matchmaking/queries/meetings";
import type { Actor } from "@/domain/policy";
import { eventScope, findPublicEvent } from "@/domain/programme/queries";
import { findRegistration, type MyRegistration } from "@/domain/registration/queries";
import { env, origin } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { type CalendarEntry, type Method, writeCalendar } from "@/lib/ics/calendar";
import type { Id } from "@/lib/ids";
import { mailboxOf } from "@/lib/mail/message";
import { namesIn, safeName } from "@/lib/mail/plain";
import { now as clockNow } from "@/lib/time/clock";
import { eventEntry, meetingEntry, registrationEntry, type Sender } from "./rules";

/** Who signs calendar files: the configured origin and mailbox, whatever a request says of itself. */
export function calendarSender(): Sender {
  const { name, address } = mailboxOf(env().MAIL_FROM);
  return { origin: origin(), organizer: { name: name || "Plenum", email: address } };
}

/** „Online, im Browser“, or the place on site as well. */
export function placeText(locale: Locale, place: string | null): string {
  const t = translator(locale, "mails");
  return place ? t("place.hybrid", { place }) : t("place.online");
}

/** Where somebody takes part: at the place alone if that is what they chose. */
export const whereText = (
  locale: Locale,
  {
    attendance,
    event,
  }: Pick<MyRegistration, "attendance"> & { event: Pick<MyRegistration["event"], "place"> },
): string => (attendance === "onsite" && event.place ? event.place : placeText(locale, event.place));

/** The same for a calendar, many of which show nothing but title, time and place: with the page that leads in. */
export const linkedPlace = (place: string, url: string): string => `${place}: ${url}`;

type RegistrationMail = Pick<
  MyRegistration,
  "id" | "name" | "email" | "status" | "attendance" | "calendarSequence" | "locale" | "event"
>;

/** One registration as it stands in its holder's calendar. */
export function registrationCalendarEntry(registration: RegistrationMail): CalendarEntry {
  const { locale, event } = registration;
  const url = `${origin()}/room/${event.slug}`;
  const description = translator(locale, "mails")("calendar.join", { url });
  const where = whereText(locale, registration);
  const words = { description, location: where === event.place ? where : linkedPlace(where, url) };
  return registrationEntry({ registration, event }, calendarSender(), words);
}

/** The part of a mail that puts a registration into the calendar, or takes it out again. */
export const registrationInvitation = (
  registration: RegistrationMail,
  { method, now }: { method: Method; now: Date },
) => writeCalendar({ method, stamp: now, entries: [registrationCalendarEntry(registration)] });

/** What a talk is called: with whom. Where it is one person their organisation stands with them. */
function talkTitle(
  locale: Locale,
  [partner, ...others]: readonly [Correspondent, ...Correspondent[]],
): string {
  const t = translator(locale, "mails");
  const name = namesIn(locale, [partner, ...others]);
  const organisation = others.length > 0 ? "" : safeName(partner.organisation);
  return organisation ? t("calendar.talkTitleOf", { name, organisation }) : t("calendar.talkTitle", { name });
}

/** One talk as it stands in the calendar of one of its people; names the others. */
export function talkCalendarEntry(
  { meeting, event, people }: TalkCorrespondence,
  { me, partner }: { me: Correspondent; partner: Correspondent },
): CalendarEntry {
  const t = translator(me.locale, "mails");
  const others = people.filter(({ personId }) => personId !== me.personId && personId !== partner.personId);
  const summary = talkTitle(me.locale, [partner, ...others]);
  const url = `${origin()}/room/${event.slug}`;
  const description = t("calendar.talk", { url });
  const { tableNumber, place } = meeting;
  const where =
    tableNumber === null
      ? placeText(me.locale, null)
      : t(place === "table" ? "talk.table" : "talk.mixed", { number: String(tableNumber) });
  const location = tableNumber !== null && place === "table" ? where : linkedPlace(where, url);
  const attendee = { name: me.name, email: me.email };
  return meetingEntry({ meeting, event, attendee }, calendarSender(), { summary, description, location });
}

/** An event for anyone's calendar; undefined for drafts and members-only events, which look like missing ones. */
export async function publicEventFile(
  slug: string,
  locale: Locale,
  now = clockNow(),
): Promise<string | undefined> {
  const found = await findPublicEvent(slug);
  const event = found && (await eventScope(db(), found.id));
  if (!event) return undefined;
  const url = `${origin()}/e/${event.slug}`;
  const description = translator(locale, "mails")("calendar.join", { url });
  const words = { description, location: linkedPlace(placeText(locale, event.place), url) };
  const entries = [eventEntry(event, calendarSender(), words)];
  return writeCalendar({ method: "PUBLISH", stamp: now, entries, name: event.title });
}

/** Whoever has no seat yet has no appointment; one that was given back is taken out of the calendar. */
const IN_CALENDARS = new Set<MyRegistration["status"]>(["confirmed", "cancelled"]);

/** A registration for its holder's calendar; undefined for everybody else and while it has no seat. */
export async function registrationFileFor(
  viewer: Actor,
  id: Id<"registration">,
  now = clockNow(),
): Promise<string | undefined> {
  const registration = await findRegistration(viewer, id);
  if (!registration || !IN_CALENDARS.has(registration.status)) return undefined;
  return registrationInvitation(registration, { method: "PUBLISH", now });
}

/** A talk for the calendar of one of its people; undefined for everybody else. */
export async function meetingFileFor(
  viewer: Actor,
  meetingId: Id<"meeting">,
  now = clockNow(),
): Promise<string | undefined> {
  const mine = await findMyMeeting(viewer, meetingId);
  const talk = mine && (await talkCorrespondence(meetingId));
  const partner = talk?.people.find(({ personId }) => personId === mine?.partner.personId);
  const me = talk?.people.find(({ personId }) => personId === mine?.me);
  if (!talk || !me || !partner) return undefined;
  return writeCalendar({
    method: "PUBLISH",
    stamp: now,
    entries: [talkCalendarEntry(talk, { me, partner })],
  });
}
