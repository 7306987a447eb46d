import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { guest, organizerActor, personActor } from "@/db/testing/actors";
import { anOrganizer } from "@/db/testing/makers";
import { agreeOn, anAgreedTalk, cameToTalk } from "@/db/testing/talk-rooms";
import { aTaker, slotAt } from "@/db/testing/talks";
import { extendTalk } from "../commands/extend-talk";
import { nudgeMissing } from "../commands/nudge-missing";
import { publishListing } from "../commands/publish-listing";
import { releaseMeeting } from "../commands/release-meeting";
import { rescheduleMeeting } from "../commands/reschedule-meeting";
import { talkBannerOf } from "./meetings";
import { roomTalksOf } from "./room-talks";
import { standbysFor } from "./standbys";
import { courseOf } from "./talk-course";
import { talkList } from "./talk-list";

const system = { type: "system", job: "test" } as const;

describe("the course of a talk", () => {
  it("says who is missing, that they were reminded, and when one can give up", async () => {
    const { event, anna, ben, meetingId, startsAt } = await anAgreedTalk();
    const later = (seconds: number) => new Date(startsAt.getTime() + seconds * 1000);
    const actor = personActor(anna.person);
    await cameToTalk(meetingId, anna.person, { from: 0 });
    expect(await courseOf(actor, meetingId, later(60))).toMatchObject({
      ...{ isPartnerMissing: true, isNudged: false, waitsInVain: false, missed: null },
    });
    await nudgeMissing({ actor: system, input: { meetingId }, now: later(120) });
    const [talk] = (await roomTalksOf(actor, event.id, later(301))).talks;
    expect(talk?.going).toMatchObject({
      ...{ isPartnerMissing: true, isNudged: true, waitsInVain: true },
      nextSlot: slotAt(event, 1).toISOString(),
    });
    const theirs = personActor(ben.person);
    expect((await talkBannerOf(theirs, event.id, later(200))).next).toMatchObject({ awaited: true });
    expect(await courseOf(theirs, meetingId, later(301))).toMatchObject({ waitsInVain: false });
    expect(await courseOf(actor, meetingId, later(1800))).toMatchObject({
      ...{ missed: { mine: false, theirs: [ben.person.id], all: false }, slots: [] },
    });
    expect(await courseOf(theirs, meetingId, later(1800))).toMatchObject({
      missed: { mine: true, theirs: [], all: false },
    });
    const third = personActor((await aTaker(event)).person);
    for (const stranger of [guest, third]) expect(await courseOf(stranger, meetingId)).toBeUndefined();
  });

  it("offers more time near the end only where both are free, and says who wishes it", async () => {
    const talk = await anAgreedTalk();
    const now = new Date(talk.startsAt.getTime() + 16 * 60_000);
    const seenBy = async (person: { id: `per_${string}` }, when = now) =>
      (await roomTalksOf(personActor(person), talk.event.id, when)).talks[0]?.going;
    const early = new Date(talk.startsAt.getTime() + 10 * 60_000);
    expect(await seenBy(talk.anna.person, early)).toMatchObject({ canExtend: false });
    expect(await seenBy(talk.anna.person)).toMatchObject({ canExtend: true });
    const { meetingId } = talk;
    await extendTalk({ actor: personActor(talk.anna.person), input: { meetingId }, now });
    expect((await seenBy(talk.anna.person))?.extension).toEqual({
      ...{ mine: true, said: [], open: [talk.ben.registration.name] },
    });
    expect((await seenBy(talk.ben.person))?.extension).toEqual({
      ...{ mine: false, said: [talk.anna.registration.name], open: [] },
    });
    await agreeOn({ ...talk, anna: await aTaker(talk.event) }, 1);
    expect(await seenBy(talk.anna.person)).toMatchObject({ canExtend: false });
  });

  it("says from when it was moved", async () => {
    const { event, anna, meetingId } = await anAgreedTalk();
    const actor = personActor(anna.person);
    const startsAt = slotAt(event, 1).toISOString();
    await rescheduleMeeting({ actor, input: { meetingId, startsAt } });
    expect(await courseOf(actor, meetingId)).toMatchObject({
      movedFrom: { startsAt: slotAt(event, 0), endsAt: slotAt(event, 1) },
      slots: [{ startsAt: slotAt(event, 0) }, { startsAt: slotAt(event, 2) }, { startsAt: slotAt(event, 3) }],
    });
  });
});

describe("who could step in", () => {
  it("is free now, fits, and has no talk with the asker; nobody for who takes no talks", async () => {
    const talk = await anAgreedTalk();
    const { event, anna, ben } = talk;
    const [fits, busy, unfit] = [await aTaker(event), await aTaker(event), await aTaker(event)];
    const says = (who: typeof anna, needs: string[], offers: string[]) =>
      publishListing({
        actor: personActor(who.person),
        input: { eventId: event.id, needs, offers, sentence: "" },
      });
    await says(anna, ["robotik"], ["spritzguss-simulation"]);
    for (const who of [ben, fits, busy]) await says(who, ["spritzguss-simulation"], ["robotik"]);
    await says(unfit, ["leichtbau"], ["leichtbau"]);
    await agreeOn({ ...talk, anna: unfit, ben: busy }, 0);
    const now = new Date(talk.startsAt.getTime() + 5 * 60_000);
    const actor = personActor(anna.person);
    expect(await standbysFor(actor, event.id, now), "nobody has left her alone").toEqual([]);
    await cameToTalk(talk.meetingId, anna.person, { from: 0 });
    expect((await releaseMeeting({ actor, input: { meetingId: talk.meetingId }, now })).ok).toBe(true);
    const offered = await standbysFor(actor, event.id, now);
    expect(offered.map(({ personId }) => personId)).toEqual([fits.person.id]);
    expect(offered[0]).toMatchObject({ isPresent: false, startsAt: slotAt(event, 1) });
    expect(offered[0]?.reasons).toHaveLength(2);
    expect(await standbysFor(guest, event.id, now)).toEqual([]);
    expect(await standbysFor(personActor(fits.person), event.id, now), "whose time nobody freed").toEqual([]);
    expect(await standbysFor(actor, event.id, slotAt(event, 1)), "once its slot is over").toEqual([]);
  });
});

describe("the organizers' list of talks", () => {
  it("says what became of each, who did not come, and how often", async () => {
    const talk = await anAgreedTalk();
    const { event, anna, ben, meetingId } = talk;
    const cem = await aTaker(event);
    const second = await agreeOn({ ...talk, anna: cem }, 1);
    for (const id of [meetingId, second])
      await cameToTalk(id, id === second ? cem.person : anna.person, { from: 0, to: 900 });
    const [network] = await db().select().from(networks).where(eq(networks.id, event.networkId));
    if (!network) throw new Error("no network");
    const office = organizerActor(await anOrganizer(network), network);
    const list = await talkList(office, { eventId: event.id }, slotAt(event, 3));
    expect(list).toMatchObject({ all: 2, page: 1 });
    expect(list?.talks.map(({ state }) => state)).toEqual(["not_held", "not_held"]);
    const missing = list?.talks.flatMap(({ sides }) => sides.filter(({ came }) => came === "missed"));
    expect(missing).toMatchObject([ben, ben].map(({ person }) => ({ personId: person.id, misses: 2 })));
    const next = await talkList(office, { eventId: event.id, page: 2 }, slotAt(event, 3));
    expect(next).toMatchObject({ all: 2, talks: [] });
  });

  it("is for organizers alone", async () => {
    const { event, anna } = await anAgreedTalk();
    for (const viewer of [guest, personActor(anna.person)])
      expect(await talkList(viewer, { eventId: event.id })).toBeUndefined();
  });
});
