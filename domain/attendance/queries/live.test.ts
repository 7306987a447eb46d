import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { liveSessions, roomSettings } from "@/db/schema/rooms";
import { speakingTimes } from "@/db/schema/rooms-speaking";
import { eventActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aMember, aNetwork, anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, aStay, at, joined, START } from "@/db/testing/rooms";
import { raiseHand } from "@/domain/interaction/commands/raise-hand";
import type { Actor } from "@/domain/policy";
import { heartbeat } from "@/domain/rooms/commands/heartbeat";
import { remindMissing } from "../commands/remind-missing";
import { liveNumbersOf } from "./live";

async function numbersFor(actor: Actor, eventId: `evt_${string}`, second: number) {
  const result = await liveNumbersOf(actor, eventId, at(second));
  if (!result.ok) throw new Error(`the numbers were refused: ${result.failure.reason}`);
  return result.value;
}

it("says who is there, who came, who is missing by name, and how they take part", async () => {
  const { event, host, people } = await aLiveEvent({ mode: "forum", guests: 2 });
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("two guests are needed");
  const [first, second] = [
    await aRegistration(event, { name: "Anna Abwesend", organisation: "Werk", confirmedAt: at(-60) }),
    await aRegistration(event, { name: "Bert Bleibtfern", confirmedAt: at(-60) }),
  ];
  await aStay(event, ada, { from: 0, to: 40 });
  await aStay(event, ben, { from: 30 });
  await aStay(event, host, { from: 0 });
  await raiseHand({ actor: ada.actor, input: { eventId: event.id }, now: at(35) });
  const numbers = await numbersFor(host.actor, event.id, 60);
  expect(numbers.registered).toEqual({ online: 4, onsite: 0 });
  expect(numbers.here).toEqual({ online: 3, hosts: 1, letIn: 0, came: 2 });
  expect(numbers.curve?.peak).toEqual({ at: at(30).toISOString(), count: 3 });
  expect(numbers.curve?.points.at(-1)).toEqual({ at: at(60).toISOString(), count: 2 });
  expect(numbers.missing).toEqual({
    ...{ count: 2, unreminded: 2, mayRemind: true },
    people: [
      { id: first.id, name: "Anna Abwesend", organisation: "Werk", remindedAt: null },
      { id: second.id, name: "Bert Bleibtfern", organisation: second.organisation, remindedAt: null },
    ],
  });
  expect(numbers.taking).toMatchObject({ hands: 1, handsUp: 1, questions: 0, votes: 0, polls: 0 });
  await remindMissing({ actor: host.actor, input: { eventId: event.id }, now: at(70) });
  const later = await numbersFor(host.actor, event.id, 80);
  expect(later.missing).toMatchObject({ count: 2, unreminded: 0 });
  expect(later.missing.people.map(({ remindedAt }) => remindedAt)).toEqual([
    at(70).toISOString(),
    at(70).toISOString(),
  ]);
});

it("P20: looks at nobody's time where no minutes are kept, and still knows who is in the room", async () => {
  const { event, host } = await aLiveEvent({ guests: 1 });
  await db()
    .insert(roomSettings)
    .values({ eventId: event.id, settings: { recordsAttendance: false } });
  await aStay(event, host, { from: 0 });
  const numbers = await numbersFor(host.actor, event.id, 60);
  expect(numbers.curve).toBeNull();
  expect(numbers.here).toEqual({ online: 2, hosts: 1, letIn: 0, came: 1 });
});

it("says how long people of each role spoke, as a sum of theirs", async () => {
  const { event, host } = await aLiveEvent();
  const [session] = await db().select().from(liveSessions).where(eq(liveSessions.eventId, event.id));
  if (!session) throw new Error("a live session is needed");
  await db()
    .insert(speakingTimes)
    .values([
      { liveSessionId: session.id, role: "participant", milliseconds: 30_400 },
      { liveSessionId: session.id, role: "host", milliseconds: 90_000 },
      { liveSessionId: session.id, role: "speaker", milliseconds: 0 },
    ]);
  expect((await numbersFor(host.actor, event.id, 60)).speaking).toEqual([
    { role: "host", seconds: 90 },
    { role: "participant", seconds: 30 },
  ]);
});

it("is for who runs the event; to everybody else there is nothing", async () => {
  const network = await aNetwork();
  const { event, people } = await aLiveEvent({ network, guests: 1 });
  const elsewhere = await aNetwork();
  const strangers: Actor[] = [
    guest,
    ...people.map(({ actor }) => actor),
    seatActor(await aRegistration(event)),
    eventActor(await anEventRole(event, "observer"), event, "observer"),
    eventActor(await anEventRole(event, "check_in"), event, "check_in"),
    organizerActor(await anOrganizer(elsewhere), elsewhere),
  ];
  for (const actor of strangers)
    expect(await liveNumbersOf(actor, event.id, at(60))).toMatchObject({ failure: { kind: "not_found" } });
  const organizer = organizerActor(await anOrganizer(network), network);
  expect(await liveNumbersOf(organizer, event.id, at(60))).toMatchObject({ ok: true });
});

it("says what connections are like: all, and those of the networks whose office asks", async () => {
  const network = await aNetwork();
  const other = await aNetwork();
  const { event, host } = await aLiveEvent({ network });
  const member = async (of: Awaited<ReturnType<typeof aNetwork>>, name: string) => {
    const person = await aMember(of);
    const registration = await aRegistration(event, {
      ...{ name, personId: person.id, email: person.email, provenAt: START, confirmedAt: START },
    });
    return joined(event, personActor(person), { tab: `tab-${registration.id.slice(4, 12)}`, now: START });
  };
  const [ada, ben, cem] = [
    await member(network, "Ada"),
    await member(network, "Ben"),
    await member(other, "Cem"),
  ];
  const beat = (one: typeof ada, line: "good" | "poor" | "lost" | undefined, second: number) =>
    heartbeat({ actor: one.actor, input: { eventId: event.id, tab: one.tab, line }, now: at(second) });
  await beat(ada, "lost", 10);
  await beat(ben, "good", 20);
  await beat(cem, "poor", 20);
  await beat(host, undefined, 20);
  expect((await numbersFor(host.actor, event.id, 30)).lines).toEqual({
    ...{ good: 1, poor: 1, lost: 1 },
    networks: [],
  });
  const office = organizerActor(await anOrganizer(network), network);
  expect((await numbersFor(office, event.id, 30)).lines.networks).toEqual([
    { id: network.id, name: network.name, good: 1, poor: 0, lost: 1 },
  ]);
  // Whoever says nothing any more, or says nothing of it, is not counted.
  await beat(ben, undefined, 70);
  await beat(cem, "good", 100);
  expect((await numbersFor(host.actor, event.id, 110)).lines).toMatchObject({ good: 1, poor: 0, lost: 0 });
});
