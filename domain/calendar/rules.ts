import type { CalendarEntry, Mailbox } from "@/lib/ics/calendar";

/** What the calendar says of an event. Where it is going on is a page that checks rights, never a token. */
type Event = {
  id: string;
  slug: string;
  title: string;
  status: "draft" | "published" | "live" | "ended" | "postponed" | "cancelled";
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  calendarSequence: number;
};

/** The installation that sends: its origin makes links and UIDs, its mailbox is the organizer. */
export type Sender = { origin: string; organizer: Mailbox };

/** An identifier for life: the row's id and the host. */
export const uidOf = (id: string, origin: string): string => `${id}@${new URL(origin).hostname}`;

const roomUrl = (slug: string, origin: string) => `${origin}/room/${slug}`;

type Words = { description: string; location: string };

/** What was put off is no entry until it has a new date: the old one would keep people's hours taken. */
const isOff = ({ status }: Event) => status === "cancelled" || status === "postponed";

/** The event as anyone may load it. */
export const eventEntry = (event: Event, { origin, organizer }: Sender, words: Words): CalendarEntry => ({
  uid: uidOf(event.id, origin),
  sequence: event.calendarSequence,
  cancelled: isOff(event),
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  timeZone: event.timeZone,
  summary: event.title,
  ...words,
  url: `${origin}/e/${event.slug}`,
  organizer,
});

type Registration = {
  id: string;
  status: "confirmed" | "waiting" | "offered" | "pending" | "declined" | "cancelled";
  calendarSequence: number;
  name: string;
  email: string;
};

/**
 * A person's place in an event. Its sequence is the sum of both, so a change of either makes it grow.
 */
export const registrationEntry = (
  { registration, event }: { registration: Registration; event: Event },
  sender: Sender,
  words: Words,
): CalendarEntry => ({
  ...eventEntry(event, sender, words),
  uid: uidOf(registration.id, sender.origin),
  sequence: event.calendarSequence + registration.calendarSequence,
  cancelled: registration.status === "cancelled" || isOff(event),
  url: roomUrl(event.slug, sender.origin),
  attendee: { name: registration.name, email: registration.email },
  alarmMinutes: 15,
});

type Meeting = {
  id: string;
  status: "accepted" | "cancelled";
  startsAt: Date;
  endsAt: Date;
  calendarSequence: number;
};

/** A talk that both have agreed to: only now the partner is named. */
export const meetingEntry = (
  { meeting, event, attendee }: { meeting: Meeting; event: Event; attendee: Mailbox },
  { origin, organizer }: Sender,
  words: Words & { summary: string },
): CalendarEntry => ({
  uid: uidOf(meeting.id, origin),
  sequence: meeting.calendarSequence,
  cancelled: meeting.status === "cancelled",
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  timeZone: event.timeZone,
  ...words,
  url: roomUrl(event.slug, origin),
  organizer,
  attendee,
  alarmMinutes: 15,
});

/** What is over or was called off stays that long, so that every program that looks once a month hears of it. */
const KEPT_IN_FEED_MS = 30 * 24 * 3_600_000;

/** Whether a personal calendar still holds it: 30 days after its end, or after it was cancelled, it does not. */
export const isInFeed = (
  { endsAt, cancelledAt }: { endsAt: Date; cancelledAt: Date | null },
  now: Date,
): boolean => (cancelledAt ?? endsAt).getTime() > now.getTime() - KEPT_IN_FEED_MS;
