import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { hiddenFrom, listings, meetingRequests, talkProfiles } from "@/db/schema/matchmaking";
import { registrations } from "@/db/schema/registration";
import { guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import type { Id } from "@/lib/ids";
import { answerRequest } from "../commands/answer-request";
import { blockPerson } from "../commands/block-person";
import { markTimes } from "../commands/mark-times";
import { publishListing } from "../commands/publish-listing";
import { refreshSuggestions } from "../commands/refresh-suggestions";
import { EXPOSURE, SUGGESTIONS, SUGGESTIONS_PER_ORGANISATION } from "../rules";
import { findTalkPartner } from "./partners";
import { allianceOf } from "./sides";
import { listSuggestions, suggestionsForDesk } from "./suggestions";

type Event = Awaited<ReturnType<typeof aTalkEvent>>;
type Taker = Awaited<ReturnType<typeof aTaker>>;

const says = (event: Event, { person }: Taker, needs: string[], offers: string[], more = {}) =>
  publishListing({ actor: personActor(person), input: { eventId: event.id, needs, offers, ...more } });
const listOf = (event: Event, { person }: Taker, now?: Date) =>
  listSuggestions(personActor(person), event.id, now);
const namesOf = async (event: Event, taker: Taker, now?: Date) =>
  (await listOf(event, taker, now)).map(({ personId }) => personId);
const emailOf = ({ person }: Taker) => person.email;
const refresh = (event: Event) =>
  refreshSuggestions({ actor: { type: "system", job: "test" }, input: { eventId: event.id } });

/** Two who each seek what the other offers. */
async function aPair(of: Parameters<typeof aTalkEvent>[0] = {}) {
  const event = await aTalkEvent(of);
  const [anna, ben] = [
    await aTaker(event, { organisation: "Anna AG" }),
    await aTaker(event, { organisation: "Ben GmbH" }),
  ];
  await says(event, anna, ["robotik"], ["edge-ki"]);
  await says(event, ben, ["edge-ki"], ["robotik"]);
  return { event, anna, ben };
}

describe("suggestions of an event", () => {
  it("put who gives and takes first, and say why in both directions, the same to both", async () => {
    const { event, anna, ben } = await aPair();
    const cem = await aTaker(event, { organisation: "Cem KG" });
    await says(event, cem, ["leichtbau"], ["robotik"]);
    const mine = await listOf(event, anna);
    expect(mine.map(({ personId }) => personId)).toEqual([ben.person.id, cem.person.id]);
    expect(mine[0]).toMatchObject({
      reasons: [
        { direction: "they_offer", tag: "robotik" },
        { direction: "they_seek", tag: "edge-ki" },
      ],
    });
    expect(mine[0]?.slots).toHaveLength(3);
    const [theirs] = await listOf(event, ben);
    expect(theirs).toMatchObject({
      personId: anna.person.id,
      reasons: [
        { direction: "they_offer", tag: "edge-ki" },
        { direction: "they_seek", tag: "robotik" },
      ],
    });
    expect(await listSuggestions(seatActor(anna.registration), event.id)).toEqual(mine);
  });

  it("are the same as they lie in rows and as they are worked out for who has just changed something", async () => {
    const { event, anna, ben } = await aPair();
    const before = await listOf(event, anna);
    expect(await refresh(event)).toMatchObject({ ok: true, value: { people: 2 } });
    expect(await listOf(event, anna)).toEqual(before);
    // Anna's own change is there at once; Ben, whose list knows nothing of it yet, sees nothing that is not so.
    await says(event, anna, ["leichtbau"], ["edge-ki"]);
    expect(await listOf(event, anna)).toMatchObject([{ reasons: [{ direction: "they_seek" }] }]);
    expect(await listOf(event, ben)).toMatchObject([{ reasons: [{ direction: "they_offer" }] }]);
    await says(event, anna, [], []);
    expect([await namesOf(event, anna), await namesOf(event, ben)]).toEqual([[], []]);
  });

  it("leave out who did not opt in or takes no talks, and show nothing to them, to guests and elsewhere", async () => {
    const { event, anna, ben } = await aPair();
    const [other, hidden] = [await aTalkEvent(), await aTaker(event, { talksOptIn: false })];
    await says(event, hidden, ["edge-ki"], ["robotik"]);
    expect(await namesOf(event, anna)).toEqual([ben.person.id]);
    expect(await namesOf(event, hidden)).toEqual([]);
    expect(await listSuggestions(guest, event.id)).toEqual([]);
    expect(await listSuggestions(personActor(anna.person), other.id)).toEqual([]);
    await says(event, ben, ["edge-ki"], ["robotik"], { noTalks: "on" });
    expect([await namesOf(event, anna), await namesOf(event, ben)]).toEqual([[], []]);
  });

  it("take nobody of another event, whatever they say of themselves", async () => {
    const { event, anna, ben } = await aPair();
    const [foreign, far] = [await aTalkEvent(), await aPair()];
    await says(foreign, await aTaker(foreign), ["edge-ki"], ["robotik"]);
    await refresh(event);
    expect(await namesOf(event, anna)).toEqual([ben.person.id]);
    const asked = { eventId: event.id, personId: far.anna.person.id };
    expect(await findTalkPartner(personActor(anna.person), asked)).toBeUndefined();
  });

  it("come with the zone of whoever asks, not the other's", async () => {
    const { event, anna, ben } = await aPair();
    const zoneOf = ({ person }: Taker, timeZone: string) =>
      db().update(registrations).set({ timeZone }).where(eq(registrations.personId, person.id));
    await zoneOf(anna, "America/New_York");
    await zoneOf(ben, "Asia/Kathmandu");
    const asked = (by: Taker, whom: Taker) =>
      findTalkPartner(personActor(by.person), { eventId: event.id, personId: whom.person.id });
    expect((await asked(anna, ben))?.ownZone).toBe("America/New_York");
    expect((await asked(ben, anna))?.ownZone).toBe("Asia/Kathmandu");
  });
});

/** What comes between two so that neither is suggested to the other, whether their lists knew of it or not. */
const between: Record<string, (pair: Awaited<ReturnType<typeof aPair>>) => Promise<unknown>> = {
  "a block": ({ anna, ben }) =>
    blockPerson({ actor: personActor(anna.person), input: { personId: ben.person.id, blocked: "yes" } }),
  "an organisation one hides from": ({ ben }) =>
    db().insert(hiddenFrom).values({ personId: ben.person.id, organisation: "anna ag" }),
  "a request that waits": ({ event, anna, ben }) =>
    aTalkRequest(event, { from: anna.person, to: ben.person }),
  "a request that was declined": async ({ event, anna, ben }) => {
    const { id } = await aTalkRequest(event, { from: ben.person, to: anna.person });
    await answerRequest({
      actor: personActor(anna.person),
      input: { requestId: id, answer: "decline" },
    });
  },
  "a talk that is agreed": async ({ event, anna, ben }) => {
    const { id } = await aTalkRequest(event, { from: anna.person, to: ben.person });
    const answer = slotAt(event, 0).toISOString();
    await answerRequest({ actor: personActor(ben.person), input: { requestId: id, answer } });
  },
  "no common slot": async ({ event, anna, ben }) => {
    const mark = ({ person }: Taker, slots: number[]) =>
      markTimes({
        actor: personActor(person),
        input: {
          eventId: event.id,
          blocked: slots.map((at) => slotAt(event, at).toISOString()),
          preferred: [],
        },
      });
    await mark(anna, [0, 1]);
    await mark(ben, [2, 3]);
  },
};

describe("two are not suggested to each other after", () => {
  it.each(Object.entries(between))("%s", async (_, happens) => {
    const pair = await aPair();
    const { event, anna, ben } = pair;
    await refresh(event);
    expect([await namesOf(event, anna), await namesOf(event, ben)]).toEqual([
      [ben.person.id],
      [anna.person.id],
    ]);
    await happens(pair);
    const now = new Date();
    expect([await namesOf(event, anna, now), await namesOf(event, ben, now)]).toEqual([[], []]);
    await refresh(event);
    expect([await namesOf(event, anna, now), await namesOf(event, ben, now)]).toEqual([[], []]);
  });

  it("an expired request they are again, and the clock alone takes what is over", async () => {
    const { event, anna, ben } = await aPair();
    const { id } = await aTalkRequest(event, { from: anna.person, to: ben.person });
    expect(await namesOf(event, anna)).toEqual([]);
    const expiresAt = new Date(Date.now() - 1_000);
    await db().update(meetingRequests).set({ expiresAt }).where(eq(meetingRequests.id, id));
    expect(await namesOf(event, anna)).toEqual([ben.person.id]);
    expect(await namesOf(event, anna, event.endsAt)).toEqual([]);
  });
});

/** Many who all offer what one or all seek. */
async function aCrowd(event: Event, count: number, organisation: (index: number) => string) {
  const takers: Taker[] = [];
  for (let index = 0; index < count; index++)
    takers.push(await aTaker(event, { organisation: organisation(index) }));
  const allianceId = await allianceOf(db(), event.id);
  await db()
    .insert(listings)
    .values(
      takers.flatMap(({ person: { id: personId } }) => [
        { allianceId, personId, kind: "need" as const, tag: "edge-ki" },
        { allianceId, personId, kind: "offer" as const, tag: "robotik" },
      ]),
    );
  return takers;
}

describe("bounds of a list", () => {
  it("no organisation more than twice among twelve", async () => {
    const event = await aTalkEvent();
    const anna = await aTaker(event, { organisation: "Anna AG" });
    await says(event, anna, ["robotik"], ["edge-ki"]);
    await aCrowd(event, 16, (index) => (index < 6 ? "Groß GmbH" : `Firma ${index}`));
    const isBounded = async () => {
      const list = await listOf(event, anna);
      expect(list.length).toBeLessThanOrEqual(SUGGESTIONS);
      const large = list.filter(({ organisation }) => organisation === "Groß GmbH");
      expect(large.length).toBeLessThanOrEqual(SUGGESTIONS_PER_ORGANISATION);
      return list.length;
    };
    expect(await isBounded()).toBe(12);
    await refresh(event);
    expect(await isBounded()).toBe(12);
  });

  it("nobody stands in more lists than may be, also where all would like to see them", async () => {
    const event = await aTalkEvent();
    const star = await aTaker(event, { organisation: "Stern AG" });
    await says(event, star, ["robotik"], ["edge-ki"]);
    const crowd = await aCrowd(event, EXPOSURE + 4, (index) => `Firma ${index}`);
    await refresh(event);
    const lists = await Promise.all(crowd.map((one) => namesOf(event, one)));
    expect(lists.filter((list) => list.includes(star.person.id))).toHaveLength(EXPOSURE);
  });
});

describe("the organizers of an event", () => {
  it("read the same people and the same reasons as the person, and nobody else does", async () => {
    const network = await aNetwork();
    const { event, anna, ben } = await aPair({ network });
    const asked = { eventId: event.id, personId: anna.person.id };
    const organizer = organizerActor(await anOrganizer(network), network);
    expect(await suggestionsForDesk(organizer, asked)).toEqual(await listOf(event, anna));
    const elsewhere = await aNetwork();
    const strangers = [
      guest,
      personActor(ben.person),
      organizerActor(await anOrganizer(elsewhere), elsewhere),
    ];
    for (const viewer of strangers) expect(await suggestionsForDesk(viewer, asked)).toBeUndefined();
  });
});

it("what somebody keeps of their profile is no reason, and nothing that a suggestion tells", async () => {
  const { event, anna, ben } = await aPair();
  const wanted = { cooperation: ["pilot"] };
  await says(event, anna, ["robotik"], ["edge-ki"], wanted);
  await says(event, ben, ["edge-ki"], ["robotik"], wanted);
  expect((await listOf(event, anna))[0]?.cooperation).toEqual(["pilot"]);
  const hers = eq(talkProfiles.personId, ben.person.id);
  await db()
    .update(talkProfiles)
    .set({ hidden: ["cooperation"] })
    .where(hers);
  expect((await listOf(event, anna))[0]?.cooperation).toEqual([]);
});

it("of two who fit alike, who belongs to another network comes first, by a list or a domain as by a role", async () => {
  const event = await aTalkEvent();
  const [anna, near, far] = [await aTaker(event), await aTaker(event), await aTaker(event)];
  await says(event, anna, ["robotik"], ["edge-ki"]);
  for (const one of [near, far]) await says(event, one, ["edge-ki"], ["robotik"]);
  const [own, other] = [await aNetwork(), await aNetwork()];
  const on = ({ id: networkId }: { id: Id<"network"> }, { person: { email } }: Taker) => ({
    networkId,
    email,
  });
  await db()
    .insert(networkAddresses)
    .values([on(own, anna), on(own, near), on(other, far)]);
  expect(await namesOf(event, anna)).toEqual([far.person.id, near.person.id]);
  // The other way round, so that no order of ids has decided it.
  await db()
    .delete(networkAddresses)
    .where(inArray(networkAddresses.email, [near, far].map(emailOf)));
  await db()
    .insert(networkAddresses)
    .values([on(own, far), on(other, near)]);
  expect(await namesOf(event, anna)).toEqual([near.person.id, far.person.id]);
});
