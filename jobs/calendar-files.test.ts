import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer, aSeries } from "@/db/testing/makers";
import { aMoment, type Expected, entry, type Home, MOMENTS, type Moment } from "@/db/testing/moments";
import { shareCalendar } from "@/domain/calendar/commands/share-calendar";
import { meetingFileFor, publicEventFile, registrationFileFor } from "@/domain/calendar/queries";
import { calendarText } from "@/domain/calendar/queries/feeds";
import { calendarAddressOf, personalCalendarText } from "@/domain/calendar/queries/personal";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { cancelEvent } from "@/domain/programme/commands/cancel-event";
import { updateEvent } from "@/domain/programme/commands/update-event";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { pythonReader } from "@/lib/ics/testing/python-reader";
import { CalendarProgram, icalJs, type ReadFile, tsIcs } from "@/lib/ics/testing/readers";
import type { Id } from "@/lib/ids";
import { setClock } from "@/lib/time/clock";
import { writeRegistrationMail } from "./mails/registration";
import { writeTalkMails } from "./mails/talk";

const python = await pythonReader(inject("cacheFolder"));

const restore = setClock(() => new Date("2027-03-20T10:00:00Z"));
afterAll(restore);

async function icsOf(subjectId: string, kind: string, to?: string): Promise<string> {
  const isTo = to === undefined ? undefined : eq(mails.toEmail, to);
  const [mail] = await db()
    .select()
    .from(mails)
    .where(and(eq(mails.subjectId, subjectId), eq(mails.kind, kind), isTo));
  if (!mail?.ics) throw new Error(`no calendar part in ${kind}`);
  return mail.ics;
}

async function mailed(kind: Parameters<typeof writeRegistrationMail>[0], id: Id<"registration">) {
  await writeRegistrationMail(kind, id, "fact");
  return icsOf(id, kind);
}

async function personFeed(person: { id: Id<"person"> }): Promise<string> {
  const actor = personActor(person);
  await shareCalendar({ actor, input: { want: "open" } });
  const token = /\/p\/(.+)\.ics$/.exec((await calendarAddressOf(actor)) ?? "")?.[1] ?? "";
  return (await personalCalendarText(token)) ?? "";
}

/** Every file about one moment: name, text, and what a program must find in it. */
async function filesOf({ event, anna, ben, meeting }: Moment): Promise<[string, string, Expected[]][]> {
  const seat = entry(anna.registration.id, event);
  const talk = entry(meeting.id, meeting);
  await writeTalkMails("meeting.accepted", meeting.id, "fact");
  const actor = personActor(anna.person);
  return [
    ["mail of a registration", await mailed("registration.confirmed", anna.registration.id), [seat]],
    ["mail of a talk", await icsOf(meeting.id, "meeting.accepted", ben.person.email), [talk]],
    ["file of an event", (await publicEventFile(event.slug, "en")) ?? "", [entry(event.id, event)]],
    ["file of a registration", (await registrationFileFor(actor, anna.registration.id)) ?? "", [seat]],
    ["file of a talk", (await meetingFileFor(actor, meeting.id)) ?? "", [talk]],
    ["feed of a person", await personFeed(anna.person), [seat, talk]],
  ];
}

let home: Home;
const files: [string, string, Expected[]][] = [];
beforeAll(async () => {
  const network = await aNetwork();
  const series = await aSeries(network);
  home = { network, seriesId: series.id };
  const all: Expected[] = [];
  for (const [name, moment] of Object.entries(MOMENTS)) {
    const made = await aMoment(moment, home);
    all.push(entry(made.event.id, made.event));
    for (const [kind, text, expected] of await filesOf(made))
      files.push([`${name}: ${kind}`, text, expected]);
  }
  const scopes = [
    { of: "all" },
    { of: "network", slug: network.slug },
    { of: "series", slug: series.slug },
  ] as const;
  for (const scope of scopes) {
    const text = await calendarText(scope, { locale: "de" });
    files.push([`feed of ${scope.of}`, text ?? "", all]);
  }
}, 120_000);

const sorted = (entries: readonly Expected[]) => entries.toSorted((a, b) => a.uid.localeCompare(b.uid));
const found = ({ entries }: ReadFile) =>
  sorted(entries.map(({ uid, startsAt, endsAt }) => ({ uid, startsAt, endsAt })));

describe("every calendar file, around the clock changes of 2027 and other turns of the calendar", () => {
  it.each([
    ["ical.js", icalJs],
    ["ts-ics", tsIcs],
  ])("is read by %s with the instants of the rows", (_name, read) => {
    expect(files).toHaveLength(6 * Object.keys(MOMENTS).length + 3);
    for (const [name, text, expected] of files) expect(found(read(text)), name).toEqual(sorted(expected));
  });

  it("is read by Python's icalendar alike, by the zones it knows and by the rules in the file", async ({
    skip,
  }) => {
    if ("missing" in python) return skip(python.missing);
    const readings = await python(files.map(([, text]) => text));
    for (const [index, [name, , expected]] of files.entries()) {
      expect(readings[index], name).toHaveLength(2);
      for (const read of readings[index] ?? []) expect(found(read), name).toEqual(sorted(expected));
    }
  }, 60_000);
});

/** What one person is sent: the entry, its change, and that it is gone; in order. */
async function storyOf(moment: Moment, startsLocal: string, end: "event" | "seat") {
  const { event, anna } = moment;
  const { id } = anna.registration;
  const organizer = organizerActor(await anOrganizer(home.network), home.network);
  const first = await mailed("registration.confirmed", id);
  const subscribed = [await personFeed(anna.person)];
  const input = { eventId: event.id, startsLocal };
  const moved = await updateEvent({ actor: organizer, input });
  const second = await mailed("event.rescheduled", id);
  subscribed.push(await personFeed(anna.person));
  const gone =
    end === "event"
      ? await cancelEvent({ actor: organizer, input: { eventId: event.id } })
      : await cancelRegistration({ actor: seatActor(anna.registration), input: { registrationId: id } });
  if (!moved.ok || !gone.ok) throw new Error("not changed");
  const last = await mailed(end === "event" ? "event.cancelled" : "registration.cancelled", id);
  return { mailed: [first, second, last], feeds: [...subscribed, await personFeed(anna.person)] };
}

/** Each reader gives all its readings of a text. */
type ReadAll = (text: string) => Promise<ReadFile[]>;
const READERS: [string, ReadAll][] = [
  ["ical.js", async (text) => [icalJs(text)]],
  ["ts-ics", async (text) => [tsIcs(text)]],
];
if (!("missing" in python)) READERS.push(["Python", async (text) => (await python([text]))[0] ?? []]);

/** Where an entry stands in a program's calendar after each of these files; one list for each reading. */
async function standsAfter(read: ReadAll, texts: readonly string[], uid: string) {
  const seen: (string | undefined)[][] = [];
  const programs: CalendarProgram[] = [];
  for (const text of texts) {
    const readings = await read(text);
    for (const [index, reading] of readings.entries()) {
      const program = programs[index] ?? new CalendarProgram();
      programs[index] = program;
      program.receive(reading);
      seen[index] = [...(seen[index] ?? []), program.startOf(uid)];
    }
  }
  return seen;
}

describe("a change and a cancellation", () => {
  it.each([
    { starts: "2027-03-27T09:00:00Z", to: "2027-03-28T10:00", at: "2027-03-28T08:00:00.000Z", end: "seat" },
    { starts: "2027-10-30T08:00:00Z", to: "2027-10-31T10:00", at: "2027-10-31T09:00:00.000Z", end: "event" },
  ] as const)("replace and remove the entry that moves to $to, in every program", async (story) => {
    const moment = await aMoment(story, home);
    const { mailed, feeds } = await storyOf(moment, story.to, story.end);
    const uid = `${moment.anna.registration.id}@localhost`;
    const before = moment.event.startsAt.toISOString();
    for (const [name, read] of READERS) {
      const inMails = await standsAfter(read, mailed, uid);
      expect(inMails.length, name).toBeGreaterThan(0);
      for (const starts of inMails) expect(starts, name).toEqual([before, story.at, undefined]);
      for (const starts of await standsAfter(read, feeds, uid))
        expect(starts, name).toEqual([before, story.at, undefined]);
    }
  });

  it("of a talk reach the calendars of both, and an old mail read late brings nothing back", async () => {
    const { anna, ben, meeting } = await aMoment({ starts: "2027-10-31T09:00:00Z" }, home);
    await writeTalkMails("meeting.accepted", meeting.id, "fact");
    await cancelMeeting({ actor: personActor(anna.person), input: { meetingId: meeting.id } });
    await writeTalkMails("meeting.cancelled", meeting.id, "fact");
    for (const { email } of [anna.person, ben.person]) {
      const first = await icsOf(meeting.id, "meeting.accepted", email);
      const last = await icsOf(meeting.id, "meeting.cancelled", email);
      for (const [name, read] of READERS)
        for (const starts of await standsAfter(read, [first, last, first], `${meeting.id}@localhost`))
          expect(starts, name).toEqual([meeting.startsAt.toISOString(), undefined, undefined]);
    }
  });
});
