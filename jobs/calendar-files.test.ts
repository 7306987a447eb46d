import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { personActor } from "@/db/testing/actors";
import { icsOf, partOf, personFeed } from "@/db/testing/calendar-parts";
import { aNetwork, aSeries } from "@/db/testing/makers";
import { aMoment, type Expected, entry, MOMENTS, type Moment } from "@/db/testing/moments";
import { meetingFileFor, publicEventFile, registrationFileFor } from "@/domain/calendar/queries";
import { calendarText } from "@/domain/calendar/queries/feeds";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { mailKinds } from "@/domain/notifications/labels";
import { locales } from "@/lib/i18n/locales";
import { pythonReader } from "@/lib/ics/testing/python-reader";
import { icalJs, type ReadFile, tsIcs } from "@/lib/ics/testing/readers";
import { leaveOut } from "@/lib/testing/leave-out";
import { setClock } from "@/lib/time/clock";
import { writeRegistrationMail } from "./mails/registration";
import { writeTalkMails } from "./mails/talk";

const python = await pythonReader(inject("cacheFolder"));

const restore = setClock(() => new Date("2027-03-20T10:00:00Z"));
afterAll(restore);

type RegistrationMailKind = Parameters<typeof writeRegistrationMail>[0];

/** With what each mail about a registration reaches a calendar, while it has its seat. */
const PARTS = {
  "registration.confirmed": "REQUEST",
  "registration.waiting": "REQUEST",
  "registration.promoted": "REQUEST",
  "registration.repeated": "REQUEST",
  "registration.offered": "REQUEST",
  "registration.pending": "REQUEST",
  "registration.switched": "REQUEST",
  "event.rescheduled": "REQUEST",
  "registration.cancelled": "CANCEL",
  "registration.expired": "CANCEL",
  "registration.declined": "CANCEL",
  "event.cancelled": "CANCEL",
  // Written while the event has no date only: the changes have it.
  "event.postponed": "later",
  "registration.reminder": "none",
  "registration.live": "none",
} as const satisfies Record<RegistrationMailKind, string>;

const isAboutRegistration = (kind: string): kind is RegistrationMailKind => kind in PARTS;
const kindsOf = (part: (typeof PARTS)[RegistrationMailKind]) =>
  mailKinds.filter(isAboutRegistration).filter((kind) => PARTS[kind] === part);

/** A file: what it is, its text, how it must be taken, and what a program must find in it. */
type File = { name: string; text: string; method: string; expected: Expected[] };

async function mailsOf({ event, anna }: Moment): Promise<File[]> {
  const { registration } = anna;
  const files: File[] = [];
  for (const method of ["REQUEST", "CANCEL"] as const)
    for (const kind of kindsOf(method)) {
      await writeRegistrationMail(kind, registration.id, "fact");
      const text = await icsOf(registration.id, kind);
      files.push({ name: `mail ${kind}`, text, method, expected: [entry(registration.id, event)] });
    }
  return files;
}

async function talkMailsOf({ anna, ben, meeting }: Moment): Promise<File[]> {
  await writeTalkMails("meeting.accepted", meeting.id, "fact");
  await cancelMeeting({ actor: personActor(anna.person), input: { meetingId: meeting.id } });
  await writeTalkMails("meeting.cancelled", meeting.id, "fact");
  const parts = [
    ["meeting.accepted", "REQUEST"],
    ["meeting.cancelled", "CANCEL"],
  ] as const;
  const files: File[] = [];
  for (const [kind, method] of parts)
    for (const { email } of [anna.person, ben.person]) {
      const text = await icsOf(meeting.id, kind, email);
      files.push({ name: `mail ${kind}`, text, method, expected: [entry(meeting.id, meeting)] });
    }
  return files;
}

/** What is fetched about one moment. */
async function fetchedOf({ event, anna, meeting }: Moment): Promise<File[]> {
  const seat = entry(anna.registration.id, event);
  const talk = entry(meeting.id, meeting);
  const actor = personActor(anna.person);
  const texts: [string, string | undefined, Expected[]][] = [
    ["file of a registration", await registrationFileFor(actor, anna.registration.id), [seat]],
    ["file of a talk", await meetingFileFor(actor, meeting.id), [talk]],
    ["feed of a person", await personFeed(anna.person), [seat, talk]],
  ];
  for (const locale of locales)
    texts.push([
      `file of an event, ${locale}`,
      await publicEventFile(event.slug, locale),
      [entry(event.id, event)],
    ]);
  return texts.map(([name, text = "", expected]) => ({ name, text, method: "PUBLISH", expected }));
}

const files: File[] = [];
beforeAll(async () => {
  const network = await aNetwork();
  const series = await aSeries(network);
  const home = { network, seriesId: series.id };
  const all: Expected[] = [];
  for (const [when, moment] of Object.entries(MOMENTS)) {
    const made = await aMoment(moment, home);
    all.push(entry(made.event.id, made.event));
    // First while everything stands, then what takes it back.
    for (const write of [fetchedOf, talkMailsOf, mailsOf])
      for (const file of await write(made)) files.push({ ...file, name: `${when}: ${file.name}` });
  }
  const scopes = [
    { of: "all" },
    { of: "network", slug: network.slug },
    { of: "series", slug: series.slug },
  ] as const;
  for (const scope of scopes)
    for (const locale of locales) {
      const text = (await calendarText(scope, { locale })) ?? "";
      files.push({ name: `feed of ${scope.of}, ${locale}`, text, method: "PUBLISH", expected: all });
    }
}, 180_000);

const sorted = (entries: readonly Expected[]) => entries.toSorted((a, b) => a.uid.localeCompare(b.uid));
const found = ({ method, entries }: ReadFile) => ({
  method,
  entries: sorted(entries.map(({ uid, startsAt, endsAt }) => ({ uid, startsAt, endsAt }))),
});
const wanted = ({ method, expected }: File) => ({ method, entries: sorted(expected) });

describe("every calendar file, around the clock changes of 2027 and other turns of the calendar", () => {
  it("is among these: each kind that is mailed or fetched, in both languages", () => {
    const kinds = new Set(files.map(({ name }) => name.replace(/^.*: /, "")));
    expect([...kinds].sort()).toEqual([
      ...[
        "feed of a person",
        "feed of all, de",
        "feed of all, en",
        "feed of network, de",
        "feed of network, en",
      ],
      ...["feed of series, de", "feed of series, en", "file of a registration", "file of a talk"],
      ...["file of an event, de", "file of an event, en"],
      ...[...kindsOf("REQUEST"), ...kindsOf("CANCEL"), "meeting.accepted", "meeting.cancelled"]
        .map((kind) => `mail ${kind}`)
        .sort(),
    ]);
    const perMoment = 5 + 4 + kindsOf("REQUEST").length + kindsOf("CANCEL").length;
    expect(files).toHaveLength(perMoment * Object.keys(MOMENTS).length + 6);
  });

  it("is not sent with a mail that only says a word", async () => {
    const network = await aNetwork();
    const home = { network, seriesId: (await aSeries(network)).id };
    const { anna } = await aMoment({ starts: "2027-03-28T08:00:00Z" }, home);
    for (const kind of kindsOf("none")) {
      await writeRegistrationMail(kind, anna.registration.id, "fact");
      expect(await partOf(anna.registration.id, kind), kind).toBeNull();
    }
  });

  it.each([
    ["ical.js", icalJs],
    ["ts-ics", tsIcs],
  ])("is read by %s with the instants of the rows", (_name, read) => {
    for (const file of files) expect(found(read(file.text)), file.name).toEqual(wanted(file));
  });

  it("is read by Python's icalendar alike, by the zones it knows and by the rules in the file", async (context) => {
    if ("missing" in python) return leaveOut(context, python.missing);
    const readings = await python(files.map(({ text }) => text));
    for (const [index, file] of files.entries()) {
      expect(readings[index], file.name).toHaveLength(2);
      for (const read of readings[index] ?? []) expect(found(read), file.name).toEqual(wanted(file));
    }
  }, 120_000);
});
