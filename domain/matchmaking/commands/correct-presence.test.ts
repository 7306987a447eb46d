import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { meetingPeople } from "@/db/schema/matchmaking";
import { organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { agreeOn, anAgreedTalk, cameToTalk } from "@/db/testing/talk-rooms";
import { aTaker, slotAt } from "@/db/testing/talks";
import { talkList } from "../queries/talk-list";
import { talkRecord } from "../queries/talk-records";
import { cancelMeeting } from "./cancel-meeting";
import { correctPresence } from "./correct-presence";
import { extendTalk } from "./extend-talk";
import { releaseMeeting } from "./release-meeting";

async function missedByBen() {
  const talk = await anAgreedTalk();
  await cameToTalk(talk.meetingId, talk.anna.person, { from: 0, to: 600 });
  const [network] = await db().select().from(networks).where(eq(networks.id, talk.event.networkId));
  if (!network) throw new Error("no network");
  const office = organizerActor(await anOrganizer(network), network);
  const input = { meetingId: talk.meetingId, personId: talk.ben.person.id };
  return { ...talk, office, input, now: new Date(talk.startsAt.getTime() + 40 * 60_000) };
}

describe("correct-presence", () => {
  it("an organizer says who came after all, and takes that back; what was seen is kept", async () => {
    const { office, input, meetingId, now, ben } = await missedByBen();
    const say = (came: string) => correctPresence({ actor: office, input: { ...input, came }, now });
    const side = async () =>
      (await talkRecord(meetingId, now))?.sides.find(({ personId }) => personId === ben.person.id);
    expect(await say("came")).toEqual({ ok: true, value: { came: "came" } });
    expect(await talkRecord(meetingId, now)).toMatchObject({ state: "held", isClosed: true });
    expect(await side()).toMatchObject({ came: "came", isCorrected: true });
    expect((await say("seen")).ok).toBe(true);
    expect(await side()).toMatchObject({ came: "missed", isCorrected: false });
    expect(await talkRecord(meetingId, now)).toMatchObject({ state: "not_held" });
  });

  it("brings no talk back: two no-shows that were none leave nobody in two talks, and are counted no more", async () => {
    const talk = await anAgreedTalk();
    const { event, anna, ben } = talk;
    const [network] = await db().select().from(networks).where(eq(networks.id, event.networkId));
    if (!network) throw new Error("no network");
    const office = organizerActor(await anOrganizer(network), network);
    const after = slotAt(event, 4);
    const givenUp = [talk.meetingId, await agreeOn({ event, anna, ben }, 1)];
    for (const [slot, meetingId] of givenUp.entries()) {
      await cameToTalk(meetingId, anna.person, { from: 0 });
      const now = new Date(slotAt(event, slot).getTime() + 5 * 60_000);
      const released = await releaseMeeting({ actor: personActor(anna.person), input: { meetingId }, now });
      expect(released.ok).toBe(true);
    }
    const instead = [];
    for (const slot of [0, 1]) {
      const meetingId = await agreeOn({ event, anna: await aTaker(event), ben }, slot);
      await cameToTalk(meetingId, ben.person, { from: 0, to: 600 });
      instead.push(meetingId);
    }
    const misses = async () => {
      const list = await talkList(office, { eventId: event.id }, after);
      const sides = list?.talks.flatMap((one) => one.sides) ?? [];
      return sides.find(({ personId }) => personId === ben.person.id)?.misses;
    };
    expect(await misses()).toBe(2);
    for (const meetingId of givenUp) {
      const input = { meetingId, personId: ben.person.id, came: "came" };
      expect((await correctPresence({ actor: office, input, now: after })).ok).toBe(true);
    }
    expect(await misses()).toBe(0);
    const his = and(eq(meetingPeople.personId, ben.person.id), eq(meetingPeople.status, "accepted"));
    const standing = await db().select({ id: meetingPeople.meetingId }).from(meetingPeople).where(his);
    expect(standing.map(({ id }) => id).toSorted()).toEqual(instead.toSorted());
  });

  it("writes nothing down for good while the talk may still go on, whose minutes would be lost", async () => {
    const { office, input, anna, ben, meetingId, startsAt } = await missedByBen();
    await cameToTalk(meetingId, ben.person, { from: 0 });
    const at = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000);
    const say = (now: Date) => correctPresence({ actor: office, input: { ...input, came: "came" }, now });
    expect(await say(at(21))).toMatchObject({ failure: { reason: "not_over" } });
    for (const { person } of [anna, ben])
      expect((await extendTalk({ actor: personActor(person), input: { meetingId }, now: at(22) })).ok).toBe(
        true,
      );
    expect(await say(at(34))).toMatchObject({ failure: { reason: "not_over" } });
    await cameToTalk(meetingId, anna.person, { from: 22 * 60, to: 30 * 60 });
    expect((await say(at(36))).ok).toBe(true);
    // The ten of the first part, and eight of the second.
    expect(await talkRecord(meetingId, at(36))).toMatchObject({ minutes: 18, isClosed: true });
  });

  it("is for the event's own office: a partner sees who talks when, and neither who came nor what is over", async () => {
    const { event, input, now, anna, startsAt } = await missedByBen();
    const network = await aNetwork();
    const partner = personActor(await anOrganizer(network), [
      { role: "organizer", networkId: network.id },
      { role: "organizer", networkId: event.networkId, eventId: event.id },
    ]);
    const said = { ...input, came: "came" };
    const refused = { failure: { reason: "missing" } };
    expect(await correctPresence({ actor: partner, input: said, now })).toMatchObject(refused);
    const listed = (at: Date) => talkList(partner, { eventId: event.id }, at);
    expect(await listed(now)).toMatchObject({ talks: [], all: 0 });
    const running = (await listed(new Date(startsAt.getTime() + 6 * 60_000)))?.talks ?? [];
    const sides = running.flatMap((talk) => talk.sides);
    expect(sides.map(({ name }) => name)).toContain(anna.registration.name);
    for (const side of sides) expect(side).toMatchObject({ came: "unknown", misses: 0 });
  });

  it("refuses the two themselves, foreign offices, strangers to the talk, and what is not over", async () => {
    const { office, input, now, ben, anna, startsAt } = await missedByBen();
    const said = { ...input, came: "came" };
    const foreign = await aNetwork();
    const other = organizerActor(await anOrganizer(foreign), foreign);
    const stranger = { ...said, personId: "per_000000000000" };
    for (const [actor, wish] of [
      [personActor(ben.person), said],
      [other, said],
      [office, stranger],
    ] as const)
      expect(await correctPresence({ actor, input: wish, now })).toMatchObject({
        failure: { reason: "missing" },
      });
    expect(await correctPresence({ actor: office, input: said, now: startsAt })).toMatchObject({
      failure: { reason: "not_over" },
    });
    await cancelMeeting({ actor: personActor(anna.person), input });
    expect(await correctPresence({ actor: office, input: said, now })).toMatchObject({
      failure: { reason: "was_cancelled" },
    });
  });
});
