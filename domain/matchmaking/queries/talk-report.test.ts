import { expect, it } from "vitest";
import { db } from "@/db/client";
import { listings } from "@/db/schema/matchmaking";
import { eventActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import {
  aMember,
  aNetwork,
  anAlliance,
  anEventRole,
  anOrganizer,
  aPerson,
  aSeries,
} from "@/db/testing/makers";
import { agreeOn, cameToTalk } from "@/db/testing/talk-rooms";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import type { Id } from "@/lib/ids";
import { cancelMeeting } from "../commands/cancel-meeting";
import { counterRequest } from "../commands/counter-request";
import { recordOutcome } from "../commands/record-outcome";
import { releaseMeeting } from "../commands/release-meeting";
import { eventTalkReport, seriesTalkReport } from "./talk-report";
import { talkReportFile } from "./talk-report-file";
import { talkReportPaper } from "./talk-report-paper";

const MINUTE = 60;

/** An event of one network with people of its own, and with people of another one of its alliance. */
async function anAfternoon(others = 5) {
  const network = await aNetwork();
  const other = await aNetwork({ allianceId: network.allianceId });
  const week = await aSeries(network);
  const event = await aTalkEvent({ network, seriesId: week.id });
  const some = async (of: typeof network, count: number) => {
    const found: Awaited<ReturnType<typeof aTaker>>[] = [];
    for (let nth = 0; nth < count; nth++) {
      const person = await aMember(of);
      const values = { personId: person.id, email: person.email, name: person.name };
      found.push({ ...(await aTaker(event, values)), person });
    }
    return found;
  };
  const [mine, theirs] = [await some(network, 5), await some(other, others)];
  const office = organizerActor(await anOrganizer(network), network);
  const partner = await anOrganizer(other);
  const access = personActor(partner, [
    { role: "organizer", networkId: other.id },
    { role: "organizer", networkId: network.id, eventId: event.id },
  ]);
  const after = new Date(event.endsAt.getTime() + 3_600_000);
  return { network, other, week, event, mine, theirs, office, access, after };
}
type Afternoon = Awaited<ReturnType<typeof anAfternoon>>;

const both = ({ mine, theirs }: Afternoon, nth: number) => {
  const [anna, ben] = [mine[nth], theirs[nth]];
  if (!anna || !ben) throw new Error("nobody");
  return { anna, ben };
};

/** A talk of one's own and somebody else's person in the first slot, to which these came. */
async function held(afternoon: Afternoon, nth: number, minutes: { anna?: number; ben?: number }) {
  const { anna, ben } = both(afternoon, nth);
  const meetingId = await agreeOn({ event: afternoon.event, anna, ben });
  if (minutes.anna) await cameToTalk(meetingId, anna.person, { from: 0, to: minutes.anna * MINUTE });
  if (minutes.ben) await cameToTalk(meetingId, ben.person, { from: 0, to: minutes.ben * MINUTE });
  return { meetingId, anna, ben };
}

async function played() {
  const afternoon = await anAfternoon();
  const { event, after } = afternoon;
  const first = await held(afternoon, 0, { anna: 20, ben: 18 });
  await held(afternoon, 1, { anna: 20 });
  const { anna, ben } = both(afternoon, 2);
  // Other times are an answer to the same wish.
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [1] });
  const input = { requestId: request.id, slots: [slotAt(event, 2).toISOString()], note: "" };
  const countered = await counterRequest({ actor: personActor(ben.person), input });
  expect(countered.ok).toBe(true);
  await db()
    .insert(listings)
    .values([
      ...[first.anna, anna].map(({ person }) => ({
        ...{ allianceId: afternoon.network.allianceId, personId: person.id },
        ...{ kind: "need" as const, tag: "robotik" },
      })),
      {
        ...{ allianceId: afternoon.network.allianceId, personId: first.ben.person.id },
        ...{ kind: "offer" as const, tag: "robotik" },
      },
      // What somebody seeks in another alliance is no need of this one.
      {
        ...{ allianceId: (await anAlliance()).id, personId: first.anna.person.id },
        ...{ kind: "need" as const, tag: "kryotechnik" },
      },
    ]);
  for (const { person } of [first.anna, first.ben])
    await recordOutcome({
      actor: personActor(person),
      input: { meetingId: first.meetingId, outcome: "cooperation_possible" },
      now: after,
    });
  return { ...afternoon, first };
}

it("says what came of an afternoon, by person, network and two networks", async () => {
  const { office, event, after, network, other, first } = await played();
  const report = await eventTalkReport(office, event.id, after);
  expect(report?.total).toEqual({
    people: 10,
    withoutTalk: 6,
    outcomes: null,
    counts: {
      ...{ requested: 3, accepted: 2, declined: 0 },
      ...{ talks: 2, held: 1, unknown: 0, minutes: 18, noShows: 1 },
    },
  });
  const line = (label: string) => report?.networks.find((one) => one.label === label);
  expect(line(network.id)).toMatchObject({ people: 5, counts: { requested: 3, noShows: 0 } });
  expect(line(other.id)).toMatchObject({ people: 5, counts: { requested: 3, held: 1, noShows: 1 } });
  expect(report?.names.get(other.id)).toBe(other.name);
  // Three of the other network are behind it: of so few nothing is said.
  expect(report?.pairs).toMatchObject([{ counts: null, outcomes: null }]);
  const me = report?.people.find(({ personId }) => personId === first.anna.person.id);
  expect(me).toMatchObject({ asked: 1, networkId: network.id, unmet: [], counts: { held: 1, minutes: 18 } });
  expect(report?.topics).toMatchObject([{ tag: "robotik", sought: 2, unmet: 1, offered: 1 }]);
  expect(report?.entries).toEqual({ own: [], others: 0 });
});

it("tells what came of the talks at once, when all have said it or nobody can any more, and no sum that grows", async () => {
  const afternoon = await anAfternoon();
  const { office, event, after } = afternoon;
  const talks = [];
  for (let nth = 0; nth < 5; nth++) talks.push(await held(afternoon, nth, { anna: 20, ben: 20 }));
  const said = talks.flatMap(({ meetingId, anna, ben }) =>
    [anna, ben].map(({ person }) => ({ actor: personActor(person), meetingId })),
  );
  const says = async (some: typeof said) => {
    for (const { actor, meetingId } of some) {
      const input = { meetingId, outcome: "interesting" };
      expect((await recordOutcome({ actor, input, now: after })).ok).toBe(true);
    }
  };
  const told = async (now = after) => (await eventTalkReport(office, event.id, now))?.total.outcomes;
  await says(said.slice(0, 8));
  expect(await told(), "eight of ten").toBeNull();
  await says(said.slice(8, 9));
  expect(await told(), "nine of ten: one more would be known by the difference").toBeNull();
  const days = (count: number) => new Date(after.getTime() + count * 86_400_000);
  expect(await told(days(3)), "nobody can say it any more").toMatchObject({ interesting: 9 });
  await says(said.slice(9));
  expect(await told(), "everybody has").toMatchObject({ interesting: 10 });
  expect(await told(slotAt(event, 1)), "while more talks can come").toBeNull();
});

it("counts a talk that was given up in vain with who never came, and one that was called off in time not at all", async () => {
  const afternoon = await anAfternoon();
  const { office, event, after, network, other } = afternoon;
  const { anna, ben, meetingId } = await held(afternoon, 0, {});
  await cameToTalk(meetingId, anna.person, { from: 0 });
  const inVain = new Date(slotAt(event, 0).getTime() + 5 * 60_000);
  const given = await releaseMeeting({ actor: personActor(anna.person), input: { meetingId }, now: inVain });
  const off = await held(afternoon, 1, {});
  const early = await cancelMeeting({
    actor: personActor(off.anna.person),
    input: { meetingId: off.meetingId },
    now: new Date(slotAt(event, 0).getTime() - 60_000),
  });
  expect([given.ok, early.ok]).toEqual([true, true]);
  await db()
    .insert(listings)
    .values([
      { allianceId: network.allianceId, personId: anna.person.id, kind: "need", tag: "robotik" },
      { allianceId: network.allianceId, personId: ben.person.id, kind: "offer", tag: "robotik" },
    ]);
  const report = await eventTalkReport(office, event.id, after);
  const counts = { talks: 1, held: 0, unknown: 0, minutes: 0, noShows: 1 };
  expect(report?.total).toMatchObject({ withoutTalk: 8, counts });
  const of = (id: string) => report?.people.find(({ personId }) => personId === id)?.counts;
  expect(of(anna.person.id)).toMatchObject({ talks: 1, held: 0, noShows: 0 });
  expect(of(ben.person.id)).toMatchObject({ talks: 1, held: 0, noShows: 1 });
  expect(of(off.ben.person.id)).toMatchObject({ talks: 0, noShows: 0 });
  expect(report?.networks.find(({ label }) => label === other.id)?.counts).toMatchObject(counts);
  expect(report?.topics, "nobody has spoken about it").toMatchObject([{ tag: "robotik", unmet: 1 }]);
});

it("names to a partner its own people alone, and to the event's office all, of whom it does not say where they belong", async () => {
  const { office, access, event, after, mine, theirs, other } = await played();
  const known = await eventTalkReport(office, event.id, after);
  expect(known?.people).toHaveLength(10);
  for (const { networkId } of known?.people ?? []) expect(networkId).not.toBe(other.id);
  const partner = await eventTalkReport(access, event.id, after);
  expect(partner?.people.map(({ personId }) => personId).toSorted()).toEqual(
    theirs.map(({ person }) => person.id).toSorted(),
  );
  const said = JSON.stringify([partner, [...(partner?.names ?? [])]]);
  for (const { person } of mine) expect(said).not.toContain(person.id);
});

it("tells nothing of a network with few people, nor of any before the talks are over", async () => {
  const few = await anAfternoon(4);
  await held(few, 0, { anna: 5, ben: 5 });
  const labels = async ({ office, event, other }: Afternoon, now: Date) => {
    const report = await eventTalkReport(office, event.id, now);
    return report?.networks.map(({ label }) => (label === other.id ? "other" : label)).includes("other");
  };
  expect(await labels(few, few.after)).toBe(false);
  const enough = await anAfternoon(5);
  await held(enough, 0, { anna: 5, ben: 5 });
  expect(await labels(enough, enough.event.startsAt)).toBe(false);
  expect(await labels(enough, enough.after)).toBe(true);
});

it("is for who organizes the event, and looks missing to everybody else", async () => {
  const { office, event, mine, after } = await anAfternoon();
  const elsewhere = await anAfternoon();
  const [one] = mine;
  if (!one) throw new Error("nobody");
  const strangers = [
    ...[guest, personActor(await aPerson()), seatActor(one.registration), elsewhere.office],
    ...[
      eventActor(await anEventRole(event, "host"), event, "host"),
      eventActor(await anEventRole(event, "observer"), event, "observer"),
    ],
  ];
  for (const viewer of strangers) expect(await eventTalkReport(viewer, event.id, after)).toBeUndefined();
  expect(await eventTalkReport(office, "evt_0000000000", after)).toBeUndefined();
  expect(await eventTalkReport(office, event.id, after)).toBeDefined();
});

it("of a series counts all events, and learns of a host's people sums alone", async () => {
  const afternoon = await anAfternoon();
  const { office, week, other, after } = afternoon;
  await held(afternoon, 0, { anna: 10, ben: 10 });
  const hosted = await aTalkEvent({ network: other, seriesId: week.id });
  const people = [];
  for (let nth = 0; nth < 6; nth++) {
    const person = await aMember(other);
    people.push({ ...(await aTaker(hosted, { personId: person.id, email: person.email })), person });
  }
  const [anna, ben] = people;
  if (!anna || !ben) throw new Error("nobody");
  const meetingId = await agreeOn({ event: hosted, anna, ben });
  for (const { person } of [anna, ben]) await cameToTalk(meetingId, person, { from: 0, to: 7 * MINUTE });
  const report = await seriesTalkReport(office, week.id, after);
  expect(report).toMatchObject({ events: 2, total: { people: 16, counts: { held: 2, minutes: 17 } } });
  const names = report?.people.map(({ personId }): Id<"person"> => personId) ?? [];
  for (const { person } of people) expect(names).not.toContain(person.id);
  expect(report?.networks.find(({ label }) => label === other.id)?.people).toBe(11);
  expect(await seriesTalkReport(afternoon.access, week.id, after)).toBeUndefined();
});

it("goes out as a file whose formulas are defused, and as a document", async () => {
  const { office, event, after, mine } = await played();
  const report = await eventTalkReport(office, event.id, after);
  if (!report) throw new Error("no report");
  const [line] = report.people.filter(({ personId }) => personId === mine[0]?.person.id);
  if (!line) throw new Error("no line");
  const bad = { ...report, people: [{ ...line, name: "=1+1" }] };
  const { name, parts } = talkReportFile(bad, { format: "rfc4180", locale: "de" });
  const rows = [...parts].join("").split("\r\n");
  expect(name).toBe(`gespraeche-${event.slug}.csv`);
  expect(rows[1]).toBe('"Gesamt","Alle",,10,6,,3,2,0,2,1,0,18,1,,,,,,,');
  expect(rows.find((row) => row.includes("1+1"))).toContain(`"'=1+1"`);
  const excel = [...talkReportFile(report, { format: "excel", locale: "en" }).parts].join("");
  expect(excel.startsWith('\ufeff"Level";"Name"')).toBe(true);
  const { paper } = await talkReportPaper(report, { locale: "de", now: after });
  expect(paper).toMatchObject({ kind: "table", title: `Auswertung der Gespräche: ${event.title}` });
  expect(paper.kind === "table" && paper.rows[0]?.map(({ text }) => text)).toEqual([
    "Alle",
    "3",
    "2",
    "0",
    "2",
    "1",
    "18",
    "1",
  ]);
});
