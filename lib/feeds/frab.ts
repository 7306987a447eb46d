import { createHash } from "node:crypto";
import { create } from "xmlbuilder2";
import { minutesBetween } from "@/lib/time/minutes";
import { clockTime, offsetTime } from "@/lib/time/offset";

export type Talk = {
  /** Our id; guid and number follow from it and stay for life. */
  id: string;
  slug: string;
  url: string;
  title: string;
  abstract: string;
  description: string;
  kind: string;
  track: string;
  room: string;
  language: string;
  startsAt: Date;
  endsAt: Date;
  people: readonly { id: string; name: string }[];
};

export type Conference = {
  acronym: string;
  title: string;
  url: string;
  /** First and last day: `2026-11-25`. */
  start: string;
  end: string;
  zone: string;
  days: readonly { date: string; talks: readonly Talk[] }[];
};

const digest = (id: string) => createHash("sha1").update(id).digest("hex");

/** A name-based UUID (version 5 in its bits), always the same for an id. */
export function guidOf(id: string): string {
  const hex = digest(id);
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

/** The form wants positive whole numbers as well; 48 bits are exact in JSON and rarely meet. */
export const numberOf = (id: string): number => Number.parseInt(digest(id).slice(0, 12), 16) + 1;

/** The form asks for four characters at least, and for a first part without hyphens in front of a talk's own. */
const atLeastFour = (slug: string, before: string) => (slug.length < 4 ? `${before}-${slug}` : slug);
/** An acronym has no hyphens. */
const acronymOf = (conference: Conference) => atLeastFour(conference.acronym, "week").replaceAll("-", "_");
const slugOf = (talk: Talk) => `plenum-${atLeastFour(talk.slug, "event")}`;

const durationOf = ({ startsAt, endsAt }: Talk): string => {
  const minutes = minutesBetween(startsAt, endsAt);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
};

function talkFacts(talk: Talk, zone: string) {
  return {
    id: numberOf(talk.id),
    guid: guidOf(talk.id),
    date: offsetTime(talk.startsAt, zone),
    start: clockTime(talk.startsAt, zone),
    duration: durationOf(talk),
    room: talk.room,
    slug: slugOf(talk),
    url: talk.url,
    title: talk.title,
    subtitle: "",
    track: talk.track,
    type: talk.kind,
    language: talk.language,
    abstract: talk.abstract,
    description: talk.description,
    persons: talk.people.map(({ id, name }) => ({
      id: numberOf(id),
      guid: guidOf(id),
      name,
    })),
    links: [],
  };
}

type TalkFacts = ReturnType<typeof talkFacts>;
type Day = { index: number; date: string; start: string; end: string; rooms: Map<string, TalkFacts[]> };

/** Days with their rooms in the order of their first talk. */
function daysOf({ days, zone }: Conference): Day[] {
  return days.map(({ date, talks }, at) => {
    const rooms = new Map<string, TalkFacts[]>();
    for (const talk of talks) {
      const known = rooms.get(talk.room) ?? [];
      rooms.set(talk.room, [...known, talkFacts(talk, zone)]);
    }
    const first = talks.map(({ startsAt }) => startsAt).sort((a, b) => a.getTime() - b.getTime())[0];
    const last = talks.map(({ endsAt }) => endsAt).sort((a, b) => b.getTime() - a.getTime())[0];
    const moment = (found: Date | undefined) => offsetTime(found ?? new Date(`${date}T12:00:00Z`), zone);
    return { index: at + 1, date, start: moment(first), end: moment(last), rooms };
  });
}

const generator = { name: "Plenum", version: "1" };

/** The programme as frab `schedule.json`, in the form of c3voc's validator (voc/schedule, validator/json/schema.json). */
export function scheduleJson(conference: Conference, version: string): string {
  const { title, url, start, end, zone } = conference;
  const acronym = acronymOf(conference);
  const days = daysOf(conference);
  const rooms = [...new Set(days.flatMap((day) => [...day.rooms.keys()]))];
  return JSON.stringify({
    $schema: "https://c3voc.de/schedule/schema.json",
    generator,
    schedule: {
      version,
      base_url: url,
      conference: {
        acronym,
        title,
        start,
        end,
        daysCount: days.length,
        timeslot_duration: "00:05",
        time_zone_name: zone,
        url,
        rooms: rooms.map((name) => ({ name, guid: guidOf(name) })),
        days: days.map((day) => ({
          index: day.index,
          date: day.date,
          day_start: day.start,
          day_end: day.end,
          rooms: Object.fromEntries(day.rooms),
        })),
      },
    },
  });
}

const XML_HOLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The same as frab `schedule.xml`, valid against c3voc's XSD (voc/schedule, validator/xsd/schedule.xml.xsd). */
export function scheduleXml(conference: Conference, version: string): string {
  const { title, start, end } = conference;
  const acronym = acronymOf(conference);
  const days = daysOf(conference);
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("schedule");
  const text = (value: string) => value.replace(XML_HOLE, "");
  root.ele("version").txt(version);
  const facts = { title, acronym, start, end, days: String(days.length), timeslot_duration: "00:05" };
  const head = root.ele("conference");
  for (const [name, value] of Object.entries(facts)) head.ele(name).txt(text(value));
  for (const { index, date, start: dayStart, end: dayEnd, rooms } of days) {
    const day = root.ele("day", { index: String(index), date, start: dayStart, end: dayEnd });
    for (const [name, talks] of rooms) {
      const room = day.ele("room", { name: text(name) });
      for (const { id, guid, persons, url, links: _, ...rest } of talks) {
        const event = room.ele("event", { id: String(id), guid });
        for (const [field, value] of Object.entries(rest)) event.ele(field).txt(text(value));
        const people = event.ele("persons");
        for (const person of persons) people.ele("person", { id: String(person.id) }).txt(text(person.name));
        event.ele("links").ele("link", { href: url }).txt(text(rest.title));
      }
    }
  }
  return root.end({ prettyPrint: true });
}
