import { escapeText, icsText, quoteParam, utcStamp } from "./text";
import { BERLIN, berlinRules, zonedLine, zoneFor } from "./zone";

export type Mailbox = { name: string; email: string };

export type CalendarEntry = {
  /** Stays the same for life, in mail, download and feed. */
  uid: string;
  /** Grows with each change of time, place or status. */
  sequence: number;
  cancelled: boolean;
  startsAt: Date;
  endsAt: Date;
  /** IANA zone of the event. */
  timeZone: string;
  summary: string;
  description: string;
  location: string;
  /** A page that checks rights; never a token. */
  url: string;
  organizer: Mailbox;
  /** The recipient of an invitation, and nobody else. */
  attendee?: Mailbox;
  /** Minutes before the start of the one alarm; none when undefined. */
  alarmMinutes?: number;
};

export type Method = "PUBLISH" | "REQUEST" | "CANCEL";

type File = {
  method: Method;
  /** The instant of this sending. */
  stamp: Date;
  entries: readonly CalendarEntry[];
  /** Name of a feed or download. */
  name?: string;
};

/**
 * One iCalendar file as RFC 5545 text. METHOD stands before the first VEVENT; an entry in Berlin's time comes with
 * VTIMEZONE; CANCEL marks its entries as cancelled.
 */
export function writeCalendar(file: File): string {
  const needsBerlin = file.entries.some((entry) => zoneOf(entry) === BERLIN);
  return icsText([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Plenum//Plenum//DE",
    "CALSCALE:GREGORIAN",
    `METHOD:${file.method}`,
    ...(file.name === undefined ? [] : nameLines(file.name)),
    ...(needsBerlin ? berlinRules : []),
    ...file.entries.flatMap((entry) => eventLines(entry, file)),
    "END:VCALENDAR",
  ]);
}

const nameLines = (name: string) => [
  `NAME:${escapeText(name)}`,
  `X-WR-CALNAME:${escapeText(name)}`,
  "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
  "X-PUBLISHED-TTL:PT1H",
];

const zoneOf = (entry: CalendarEntry) => zoneFor(entry.timeZone, [entry.startsAt, entry.endsAt]);

const person = (property: string, { name, email }: Mailbox, params = "") =>
  `${property};CN=${quoteParam(name || email)}${params}:mailto:${email.replace(/[\r\n]/g, "")}`;

function eventLines(entry: CalendarEntry, { method, stamp }: File): string[] {
  const zone = zoneOf(entry);
  const gone = entry.cancelled || method === "CANCEL";
  const attendee = method === "PUBLISH" ? undefined : entry.attendee;
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${utcStamp(stamp)}`,
    `LAST-MODIFIED:${utcStamp(stamp)}`,
    `SEQUENCE:${entry.sequence}`,
    zonedLine("DTSTART", entry.startsAt, zone),
    zonedLine("DTEND", entry.endsAt, zone),
    `SUMMARY:${escapeText(entry.summary)}`,
    `DESCRIPTION:${escapeText(entry.description)}`,
    `LOCATION:${escapeText(entry.location)}`,
    `URL:${entry.url}`,
    `CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Plenum:${entry.url}`,
    `STATUS:${gone ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:OPAQUE",
    person("ORGANIZER", entry.organizer),
    ...(attendee ? [person("ATTENDEE", attendee, ATTENDING)] : []),
    ...(entry.alarmMinutes === undefined || gone ? [] : alarmLines(entry)),
    "END:VEVENT",
  ];
}

// Whoever registered or agreed has said yes already: no reply is asked for.
const ATTENDING = ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE";

const alarmLines = (entry: CalendarEntry) => [
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  `DESCRIPTION:${escapeText(entry.summary)}`,
  `TRIGGER:-PT${entry.alarmMinutes}M`,
  "END:VALARM",
];
