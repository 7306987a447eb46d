import { eq, or } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { personActor } from "@/db/testing/actors";
import { personFeed } from "@/db/testing/calendar-parts";
import { aGuest } from "@/db/testing/group-talks";
import { aPlanEvent, aPublishedPlan } from "@/db/testing/plans";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { meetingFileFor } from "@/domain/calendar/queries";
import { deliverNextFact } from "@/domain/kernel/outbox";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { counterRequest } from "@/domain/matchmaking/commands/counter-request";
import { editRequest } from "@/domain/matchmaking/commands/edit-request";
import { inviteToTalk } from "@/domain/matchmaking/commands/invite-to-talk";
import { requestMeeting } from "@/domain/matchmaking/commands/request-meeting";
import { rescheduleMeeting } from "@/domain/matchmaking/commands/reschedule-meeting";
import type { Id } from "@/lib/ids";
import { setClock } from "@/lib/time/clock";
import { mailedKinds, subscribersOf } from "./registry";
import { writeReminders } from "./reminders";

type Taker = Awaited<ReturnType<typeof aTaker>>;

/** Somebody whose name is part of nobody else's. */
const called = (event: Parameters<typeof aTaker>[0], name: string) =>
  aTaker(event, { name: `${name} Beispiel` });

type Event = Parameters<typeof slotAt>[0];

/** One has asked the other for the event's first slot, by the command, so that every mail of it is owed. */
async function asked(event: Event, from: Taker, to: Taker): Promise<Id<"request">> {
  const slots = [slotAt(event, 0).toISOString()];
  const input = { eventId: event.id, toPersonId: to.person.id, slots, note: "" };
  const result = await requestMeeting({ actor: personActor(from.person), input });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value.requestId;
}

/** And the other has said yes. */
async function agreed(event: Event, from: Taker, to: Taker): Promise<Id<"meeting">> {
  const input = { requestId: await asked(event, from, to), answer: slotAt(event, 0).toISOString() };
  const result = await answerRequest({ actor: personActor(to.person), input });
  if (!result.ok || !result.value.meetingId) throw new Error("not agreed");
  return result.value.meetingId;
}

/** Every mail that is due is written, as the worker does it. */
async function tellAll(): Promise<void> {
  const lane = { name: "mails", subscribersOf, kinds: { only: mailedKinds } };
  while (await deliverNextFact({ ...lane, skip: [] }));
}

/** What calendar programs unfold before they read. */
const unfolded = (text: string) => text.replace(/\r?\n[ \t]/g, "");
const addressesIn = (text: string) =>
  [...unfolded(text).matchAll(/mailto:([^\s;:,]+@[^\s;:,]+)/gi)].map(([, address = ""]) =>
    address.toLowerCase(),
  );

/** Everything that reaches a calendar of these people: their mails' parts, their feeds, and the file of a talk. */
async function calendarsOf(takers: readonly Taker[], meetingId?: Id<"meeting">) {
  await tellAll();
  const texts: { of: Taker; name: string; text: string }[] = [];
  for (const of of takers) {
    const { email, name } = of.registration;
    const written = await db()
      .select()
      .from(mails)
      .where(or(eq(mails.toEmail, email), eq(mails.toEmail, of.person.email)));
    for (const { kind, ics } of written)
      if (ics !== null) texts.push({ of, name: `${name}: ${kind}`, text: unfolded(ics) });
    texts.push({ of, name: `${name}: feed`, text: unfolded(await personFeed(of.person)) });
    const file = meetingId && (await meetingFileFor(personActor(of.person), meetingId));
    if (file) texts.push({ of, name: `${name}: file`, text: unfolded(file) });
  }
  return texts;
}
type Texts = Awaited<ReturnType<typeof calendarsOf>>;

/** No text of one has the address of another, in whatever form. */
function expectNoForeignAddress(texts: Texts, takers: readonly Taker[]): void {
  for (const { of, name, text } of texts) {
    const foreign = takers
      .filter((one) => one !== of)
      .flatMap(({ person, registration }) => [person.email, registration.email]);
    for (const address of foreign) expect(text.toLowerCase(), name).not.toContain(address.toLowerCase());
    const mine = [of.person.email, of.registration.email].map((address) => address.toLowerCase());
    const said = addressesIn(text).filter((address) => mine.includes(address));
    if (name.endsWith("feed")) expect(said, `${name} has no address at all`).toEqual([]);
  }
}

const named = (texts: Texts, { registration }: Taker) =>
  texts
    .filter(({ of, text }) => of.registration.id !== registration.id && text.includes(registration.name))
    .map(({ name }) => name);

describe("P23: what calendars say of a talk", () => {
  it("nobody's name before both have agreed: asked, changed, countered and declined", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await called(event, "Anna"), await called(event, "Ben")];
    const both = [anna, ben];
    const at = (slot: number) => [slotAt(event, slot).toISOString()];
    const requestId = await asked(event, anna, ben);
    const edited = await editRequest({
      actor: personActor(anna.person),
      input: { requestId, slots: at(1), note: "" },
    });
    expect(edited.ok).toBe(true);
    const countered = await counterRequest({
      actor: personActor(ben.person),
      input: { requestId, slots: at(2), note: "" },
    });
    if (!countered.ok) throw new Error(countered.failure.reason);
    const before = await calendarsOf(both);
    expect(before.map(({ name }) => name).filter((name) => !name.endsWith("feed"))).toEqual([]);
    expect(both.flatMap((one) => named(before, one))).toEqual([]);
    const no = { requestId: countered.value.requestId, answer: "decline" };
    expect((await answerRequest({ actor: personActor(anna.person), input: no })).ok).toBe(true);
    const after = await calendarsOf(both);
    expect(both.flatMap((one) => named(after, one))).toEqual([]);
  });

  it("the partner once both have, and never an address: agreed, moved, called off, a day before", async () => {
    const event = await aTalkEvent({ startsAt: new Date(Date.now() + 30 * 3_600_000) });
    const [anna, ben] = [await called(event, "Anna"), await called(event, "Ben")];
    const both = [anna, ben];
    const meetingId = await agreed(event, anna, ben);
    const texts = await calendarsOf(both, meetingId);
    for (const one of both) expect(named(texts, one), one.registration.name).toHaveLength(3);
    expectNoForeignAddress(texts, both);

    const startsAt = slotAt(event, 2).toISOString();
    expect(
      (await rescheduleMeeting({ actor: personActor(ben.person), input: { meetingId, startsAt } })).ok,
    ).toBe(true);
    const restore = setClock(() => new Date(slotAt(event, 2).getTime() - 23.9 * 3_600_000));
    await writeReminders();
    restore();
    // A move that is called off before anybody heard of it is told to nobody.
    const moved = await calendarsOf(both, meetingId);
    expect((await cancelMeeting({ actor: personActor(anna.person), input: { meetingId } })).ok).toBe(true);
    const all = await calendarsOf(both, meetingId);
    const kinds = new Set([...moved, ...all].map(({ name }) => name.split(": ")[1]));
    for (const kind of ["meeting.accepted", "meeting.moved", "meeting.cancelled"])
      expect(kinds).toContain(kind);
    for (const told of [moved, all]) expectNoForeignAddress(told, both);
  });

  it("whoever is only asked into a talk is in nobody's calendar, and has it in none; then all three have all names", async () => {
    const event = await aTalkEvent();
    const [anna, ben, cem] = [
      await called(event, "Anna"),
      await called(event, "Ben"),
      await called(event, "Cem"),
    ];
    const all = [anna, ben, cem];
    const talk = { anna, ben, meetingId: await agreed(event, anna, ben) };
    const dora = await called(event, "Dora");
    const proposal = { meetingId: talk.meetingId, personId: dora.person.id };
    expect((await inviteToTalk({ actor: personActor(anna.person), input: proposal })).ok).toBe(true);
    const asks = await calendarsOf([...all, dora], talk.meetingId);
    expect(named(asks, dora)).toEqual([]);
    expect(asks.filter(({ of, text }) => of === dora && text.includes(talk.meetingId))).toEqual([]);

    await aGuest(talk, cem);
    const texts = await calendarsOf([...all, dora], talk.meetingId);
    expect(named(texts, cem).length).toBeGreaterThan(0);
    expect(named(texts, dora)).toEqual([]);
    expectNoForeignAddress(texts, [...all, dora]);
  });

  it("a published plan names partners, who said so by wishing for talks, and no address", async () => {
    const world = await aPlanEvent(3);
    await aPublishedPlan(world, [
      [0, 1, 0],
      [1, 2, 1],
    ]);
    const texts = await calendarsOf(world.takers);
    expect(texts.some(({ name }) => !name.endsWith("feed"))).toBe(true);
    expectNoForeignAddress(texts, world.takers);
    const [first, second, third] = world.takers;
    if (!first || !second || !third) throw new Error("nobody there");
    const naming = (whose: Taker, whom: Taker) =>
      texts.filter(({ of, text }) => of === whose && text.includes(whom.registration.name));
    for (const one of [first, third]) {
      expect(naming(one, second).length).toBeGreaterThan(0);
      expect(naming(second, one).length).toBeGreaterThan(0);
    }
    expect(naming(first, third)).toEqual([]);
  });
});
