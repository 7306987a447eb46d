import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { icsOf, personFeed } from "@/db/testing/calendar-parts";
import { aNetwork, anOrganizer, aSeries } from "@/db/testing/makers";
import { aMoment, type Moment } from "@/db/testing/moments";
import { meetingFileFor, publicEventFile, registrationFileFor } from "@/domain/calendar/queries";
import { calendarText } from "@/domain/calendar/queries/feeds";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { cancelEvent } from "@/domain/programme/commands/cancel-event";
import { postponeEvent } from "@/domain/programme/commands/postpone-event";
import { updateEvent } from "@/domain/programme/commands/update-event";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { pythonReader } from "@/lib/ics/testing/python-reader";
import { CalendarProgram, icalJs, type ReadFile, tsIcs } from "@/lib/ics/testing/readers";
import type { Id } from "@/lib/ids";
import { leaveOut } from "@/lib/testing/leave-out";
import { setClock } from "@/lib/time/clock";
import { writeRegistrationMail } from "./mails/registration";
import { writeTalkMails } from "./mails/talk";

const python = await pythonReader(inject("cacheFolder"));

let clock = Date.parse("2027-03-20T10:00:00Z");
const restore = setClock(() => new Date(clock));
afterAll(restore);

/** Writes a mail about a registration, a minute after the last one, and answers with its calendar part. */
async function mailed(kind: Parameters<typeof writeRegistrationMail>[0], id: Id<"registration">) {
  clock += 60_000;
  await writeRegistrationMail(kind, id, `fact-${clock}`);
  return icsOf(id, kind);
}

/** Each program gives all its readings of each text; one that cannot be had says why. */
type ReadAll = (texts: readonly string[]) => Promise<ReadFile[][]>;
const PROGRAMS: [string, ReadAll | { missing: string }][] = [
  ["ical.js", async (texts) => texts.map((text) => [icalJs(text)])],
  ["ts-ics", async (texts) => texts.map((text) => [tsIcs(text)])],
  ["Python's icalendar", python],
];

async function aHome() {
  const network = await aNetwork();
  return {
    network,
    series: await aSeries(network),
    organizer: organizerActor(await anOrganizer(network), network),
  };
}
let home: Awaited<ReturnType<typeof aHome>>;
beforeAll(async () => {
  home = await aHome();
});
const momentAt = (starts: string) => aMoment({ starts }, { network: home.network, seriesId: home.series.id });

const done = (result: { ok: boolean }) => {
  if (!result.ok) throw new Error(JSON.stringify(result));
};

/** Over both clock changes of 2027: where an entry stood, the new time on the clock there, and which instant that is. */
const MOVES = [
  { starts: "2027-03-27T09:00:00Z", to: "2027-03-28T10:00", at: "2027-03-28T08:00:00.000Z" },
  { starts: "2027-10-30T08:00:00Z", to: "2027-10-31T10:00", at: "2027-10-31T09:00:00.000Z" },
] as const;
type Move = (typeof MOVES)[number];

/** What a program is given one after the other, the entry it is about, and where that must stand after each. */
type Story = { what: string; texts: string[]; uid: string; stands: (string | undefined)[] };

const uidOf = (id: string) => `${id}@localhost`;

/** All that is fetched again and again about one moment, by its name. */
async function fetchedOf({ event, anna }: Moment): Promise<[string, string, string | undefined][]> {
  const actor = personActor(anna.person);
  const own = anna.registration.id;
  const { network, series } = home;
  return [
    ["file of an event", event.id, await publicEventFile(event.slug, "en")],
    ["feed of all", event.id, await calendarText({ of: "all" }, { locale: "de" })],
    [
      "feed of a network",
      event.id,
      await calendarText({ of: "network", slug: network.slug }, { locale: "de" }),
    ],
    ["feed of a series", event.id, await calendarText({ of: "series", slug: series.slug }, { locale: "de" })],
    ["file of a registration", own, await registrationFileFor(actor, own)],
    ["feed of a person", own, await personFeed(anna.person)],
  ];
}

/** What was fetched round after round, each file by itself. */
const filesOver = (rounds: Awaited<ReturnType<typeof fetchedOf>>[], stands: Story["stands"]): Story[] =>
  (rounds[0] ?? []).map(([what, entry], index) => ({
    what,
    texts: rounds.map((round) => round[index]?.[2] ?? ""),
    uid: uidOf(entry),
    stands,
  }));

const organize = (run: typeof updateEvent | typeof cancelEvent | typeof postponeEvent, input: object) =>
  run({ actor: home.organizer, input }).then(done);

/** An event that gets another time and is then called off: its files, and the mails to whoever has a place. */
async function anEventGoes({ starts, to, at }: Move): Promise<Story[]> {
  const moment = await momentAt(starts);
  const { event, anna } = moment;
  const { id } = anna.registration;
  const mails = [await mailed("registration.confirmed", id)];
  const fetched = [await fetchedOf(moment)];
  await organize(updateEvent, { eventId: event.id, startsLocal: to });
  mails.push(await mailed("event.rescheduled", id));
  fetched.push(await fetchedOf(moment));
  await organize(cancelEvent, { eventId: event.id });
  mails.push(await mailed("event.cancelled", id));
  fetched.push(await fetchedOf(moment));
  const stands = [event.startsAt.toISOString(), at, undefined];
  return [...filesOver(fetched, stands), { what: "mails", texts: mails, uid: uidOf(id), stands }];
}

/** A place that is given back while the event stays. */
async function aPlaceGoes({ starts, to, at }: Move): Promise<Story[]> {
  const { event, anna } = await momentAt(starts);
  const { id } = anna.registration;
  const actor = personActor(anna.person);
  const mails = [await mailed("registration.confirmed", id)];
  const feeds = [await personFeed(anna.person)];
  const own = [await registrationFileFor(actor, id)];
  await organize(updateEvent, { eventId: event.id, startsLocal: to });
  mails.push(await mailed("event.rescheduled", id));
  feeds.push(await personFeed(anna.person));
  own.push(await registrationFileFor(actor, id));
  done(await cancelRegistration({ actor: seatActor(anna.registration), input: { registrationId: id } }));
  mails.push(await mailed("registration.cancelled", id));
  feeds.push(await personFeed(anna.person));
  own.push(await registrationFileFor(actor, id));
  const story = { uid: uidOf(id), stands: [event.startsAt.toISOString(), at, undefined] };
  return [
    { what: "mails", texts: mails, ...story },
    { what: "feed of a person", texts: feeds, ...story },
    { what: "file of a registration", texts: own.map((text = "") => text), ...story },
  ];
}

/** A place that is given back, and taken again. */
async function aPlaceComesBack({ starts }: Move): Promise<Story[]> {
  const { event, anna } = await momentAt(starts);
  const { id, name, email } = anna.registration;
  const actor = personActor(anna.person);
  const read = async () => ({
    feed: await personFeed(anna.person),
    file: (await registrationFileFor(actor, id)) ?? "",
  });
  const mails = [await mailed("registration.confirmed", id)];
  const fetched = [await read()];
  done(await cancelRegistration({ actor, input: { registrationId: id } }));
  mails.push(await mailed("registration.cancelled", id));
  fetched.push(await read());
  done(await registerForEvent({ actor, input: { eventId: event.id, name, email } }));
  mails.push(await mailed("registration.confirmed", id));
  fetched.push(await read());
  const start = event.startsAt.toISOString();
  const story = { uid: uidOf(id), stands: [start, undefined, start] };
  return [
    { what: "mails", texts: mails, ...story },
    { what: "feed of a person", texts: fetched.map(({ feed }) => feed), ...story },
    { what: "file of a registration", texts: fetched.map(({ file }) => file), ...story },
  ];
}

/** An event that is put off, and gets another date later. */
async function anEventWaits({ starts, to, at }: Move): Promise<Story[]> {
  const moment = await momentAt(starts);
  const { event, anna } = moment;
  const { id } = anna.registration;
  const mails = [await mailed("registration.confirmed", id)];
  const fetched = [await fetchedOf(moment)];
  await organize(postponeEvent, { eventId: event.id });
  mails.push(await mailed("event.postponed", id));
  fetched.push(await fetchedOf(moment));
  await organize(updateEvent, { eventId: event.id, startsLocal: to });
  mails.push(await mailed("event.rescheduled", id));
  fetched.push(await fetchedOf(moment));
  const stands = [event.startsAt.toISOString(), undefined, at];
  return [...filesOver(fetched, stands), { what: "mails", texts: mails, uid: uidOf(id), stands }];
}

/** A talk that is called off; an old mail that is read late brings nothing back. */
async function aTalkGoes({ at }: Move): Promise<Story[]> {
  const { anna, ben, meeting } = await momentAt(at);
  const people = [anna, ben].map(({ person }) => person);
  await writeTalkMails("meeting.accepted", meeting.id, "fact");
  const own = [await meetingFileFor(personActor(anna.person), meeting.id)];
  const feeds = [await personFeed(anna.person)];
  done(await cancelMeeting({ actor: personActor(anna.person), input: { meetingId: meeting.id } }));
  await writeTalkMails("meeting.cancelled", meeting.id, "fact");
  own.push(await meetingFileFor(personActor(anna.person), meeting.id));
  feeds.push(await personFeed(anna.person));
  const uid = uidOf(meeting.id);
  const stands = [meeting.startsAt.toISOString(), undefined];
  const mails = people.map(async ({ email }): Promise<Story> => {
    const first = await icsOf(meeting.id, "meeting.accepted", email);
    const last = await icsOf(meeting.id, "meeting.cancelled", email);
    return { what: "mails", texts: [first, last, first], uid, stands: [...stands, undefined] };
  });
  return [
    ...(await Promise.all(mails)),
    { what: "file of a talk", texts: own.map((text = "") => text), uid, stands },
    { what: "feed of a person", texts: feeds, uid, stands },
  ];
}

/** Where an entry stands in a program's calendar after each of these files, for its reading of this number. */
function standsAfter(files: readonly ReadFile[][], reading: number, uid: string) {
  const program = new CalendarProgram();
  return files.map((readings) => {
    const read = readings[reading];
    if (read) program.receive(read);
    return program.startOf(uid);
  });
}

/** Whether each file that moves or removes the entry has a larger number than the one before: some programs pass over others. */
function expectNewer(files: readonly ReadFile[][], reading: number, { uid, stands, what }: Story) {
  const numbers = files.map(
    (readings) => readings[reading]?.entries.find((one) => one.uid === uid)?.sequence,
  );
  for (const [index, stand] of stands.entries())
    if (index > 0 && stand !== stands[index - 1])
      expect(numbers[index], `${what}: file ${index + 1}`).toBeGreaterThan(numbers[index - 1] ?? Infinity);
}

const STORIES = { anEventGoes, aPlaceGoes, aPlaceComesBack, anEventWaits, aTalkGoes };
const told: { name: string; stories: Story[] }[] = [];
beforeAll(async () => {
  for (const [name, tell] of Object.entries(STORIES))
    for (const move of MOVES) told.push({ name: `${name} ${move.at}`, stories: await tell(move) });
}, 60_000);

describe.each(PROGRAMS)("a change and a cancellation in %s", (_program, read) => {
  it.for(Object.keys(STORIES))(
    "replace and remove the entry in every file: %s",
    { timeout: 60_000 },
    async (story, context) => {
      if ("missing" in read) return leaveOut(context, read.missing);
      const chosen = told.filter(({ name }) => name.startsWith(story));
      expect(chosen).toHaveLength(MOVES.length);
      const all = chosen.flatMap(({ name, stories }) => stories.map((one) => ({ ...one, name })));
      // In one go: a program that has to be started takes its time for that.
      const readings = await read(all.flatMap(({ texts }) => texts));
      for (const { name, what, ...story } of all) {
        const { texts, uid, stands } = story;
        const files = readings.splice(0, texts.length);
        expect(files[0]?.length, `${name}: ${what}`).toBeGreaterThan(0);
        for (const reading of files[0]?.keys() ?? []) {
          expect(standsAfter(files, reading, uid), `${name}: ${what}`).toEqual(stands);
          expectNewer(files, reading, { ...story, what: `${name}: ${what}` });
        }
      }
    },
  );
});
