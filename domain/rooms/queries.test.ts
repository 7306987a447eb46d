import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { admissions } from "@/db/schema/rooms";
import { claimActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aClaim, aMember, aNetwork, anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { aGuest, aLiveEvent, anOpenRound, at, joined, START } from "@/db/testing/rooms";
import { anAgreedTalk, cameToTalk } from "@/db/testing/talk-rooms";
import { aTaker } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import { forgetEnv } from "@/lib/env";
import { joinRoom } from "./commands/join-room";
import { affiliationsOf, listeningOf, listPeople, listRounds, whereAmI } from "./queries";

const where = async (actor: Actor, slug: string, { tab = "tab-one", second = 0 } = {}) => {
  const answer = await whereAmI(actor, { slug, tab }, at(second));
  if (!answer.ok) return answer.failure.reason;
  return answer.value.state === "wait" ? answer.value.reason : answer.value.state;
};

test("where-am-i tells strangers nothing but that they are not registered, and drafts not even that", async () => {
  const [event, draft, members] = [
    await anEvent(),
    await anEvent({ status: "draft" }),
    await anEvent({ membersOnly: true }),
  ];
  expect(await where(guest, event.slug)).toBe("not_registered");
  expect(await where(guest, draft.slug)).toBe("missing");
  expect(await where(guest, members.slug)).toBe("missing");
  expect(await where(guest, "no-such-event")).toBe("missing");
});

test("where-am-i changes no row: it neither joins nor takes a lease", async () => {
  const event = await anEvent({ startsAt: START });
  const actor = seatActor(await aRegistration(event));
  expect(await where(actor, event.slug)).toBe("not_joined");
  expect(await where(actor, event.slug)).toBe("not_joined");
});

test("R05: a planned maintenance is in every answer from an hour before until its end, and in none else", async () => {
  const event = await anEvent({ startsAt: START });
  const actor = seatActor(await aRegistration(event));
  const told = async (second: number) => {
    const answer = await whereAmI(actor, { slug: event.slug, tab: "tab-one" }, at(second));
    return answer.ok ? answer.value.maintenance : answer.failure;
  };
  expect(await told(0)).toBeNull();
  const [from, until] = [at(3600).toISOString(), at(5400).toISOString()];
  vi.stubEnv("PLENUM_MAINTENANCE", `${from}/${until}`);
  forgetEnv();
  try {
    expect(await told(-1)).toBeNull();
    expect(await told(0)).toEqual({ from, until });
    expect(await told(5400)).toBeNull();
  } finally {
    vi.unstubAllEnvs();
    forgetEnv();
  }
});

test("R15: a second tab is told that the person is elsewhere, until the first falls silent", async () => {
  const event = await anEvent({ startsAt: at(3600) });
  const actor = seatActor(await aRegistration(event));
  await joined(event, actor, { tab: "tab-one", now: at(0) });
  expect(await where(actor, event.slug, { second: 5 })).toBe("not_open");
  expect(await where(actor, event.slug, { tab: "tab-two", second: 5 })).toBe("elsewhere");
  expect(await where(actor, event.slug, { tab: "tab-two", second: 70 })).toBe("not_joined");
  await joinRoom({ actor, input: { eventId: event.id, tab: "tab-two" }, now: at(70) });
  expect(await where(actor, event.slug, { tab: "tab-two", second: 71 })).toBe("not_open");
  expect(await where(actor, event.slug, { second: 71 })).toBe("elsewhere");
});

test("the waiting list waits outside, and an event that is over says so", async () => {
  const { event, host } = await aLiveEvent();
  const waiting = seatActor(await aRegistration(event, { status: "waiting" }));
  expect(await where(waiting, event.slug)).toBe("waiting_list");
  const { endLive } = await import("./commands/end-live");
  await endLive({ actor: host.actor, input: { eventId: event.id }, now: at(60) });
  const actor = seatActor(await aRegistration(event));
  expect(await where(actor, event.slug, { second: 61 })).toBe("ended");
});

test("S63: in a new stage event the audience sees the stage and a number; hosts see everybody; claims never more", async () => {
  const { event, host } = await aLiveEvent({ mode: "stage" });
  const people = [await aGuest(event), await aGuest(event)];
  const registration = await aRegistration(event);
  const claim = claimActor(registration, await aClaim(registration));
  await joined(event, claim, { tab: "tab-claim", now: START });
  const seen = async (actor: Actor) => {
    const listed = await listPeople(actor, event.id, at(1));
    if (!listed.ok) return listed.failure.reason;
    return [listed.value.people.length, listed.value.audience, listed.value.watching];
  };
  expect(await seen(host.actor)).toEqual([4, 4, 3]);
  expect(await seen(people[0]?.actor ?? guest)).toEqual([2, 4, 3]);
  expect(await seen(claim)).toEqual([2, 4, 3]);
  expect(await seen(guest)).toBe("not_allowed");
});

test("who sits in the room of a talk is its people's: everybody else, hosts too, learns that they are here and no room", async () => {
  const { event, anna, ben, meetingId, startsAt } = await anAgreedTalk();
  const now = new Date(startsAt.getTime() + 60_000);
  const host = organizerActor(await aPerson(), { id: event.networkId });
  const cleo = await aTaker(event);
  const join = (actor: Actor, tab: string) => joined(event, actor, { tab: `tab-${tab}`, now });
  const two = [await join(personActor(anna.person), "anna"), await join(personActor(ben.person), "ben")];
  const others = [await join(host, "host"), await join(personActor(cleo.person), "cleo")];
  for (const { person } of [anna, ben]) await cameToTalk(meetingId, person, { from: 0 });
  const roomsSeenBy = async ({ actor }: { actor: Actor }) => {
    const listed = await listPeople(actor, event.id, now);
    if (!listed.ok) throw new Error(listed.failure.reason);
    return listed.value.people.flatMap(({ admissionId, present, roomId }) =>
      two.some((one) => one.admissionId === admissionId) ? [{ present, hasRoom: roomId !== null }] : [],
    );
  };
  const [seen, unseen] = [true, false].map((hasRoom) => [1, 2].map(() => ({ present: true, hasRoom })));
  expect(await Promise.all(others.map(roomsSeenBy))).toEqual([unseen, unseen]);
  expect(await Promise.all(two.map(roomsSeenBy))).toEqual([seen, seen]);
});

test("a participant's list of rounds holds the own room only, a claim's nothing", async () => {
  const live = await aLiveEvent({ guests: 4 });
  await anOpenRound(live);
  const listed = await listRounds(live.people[0]?.actor ?? guest, live.event.id, at(20));
  expect(listed.ok && listed.value.rounds.flatMap(({ rooms }) => rooms)).toHaveLength(1);
  const registration = await aRegistration(live.event);
  const claim = claimActor(registration, await aClaim(registration));
  await joined(live.event, claim, { tab: "tab-claim", now: at(1) });
  expect(await listRounds(claim, live.event.id, at(20))).toMatchObject({ value: { rounds: [] } });
  expect(await listRounds(guest, live.event.id, at(20))).toMatchObject({ failure: { kind: "forbidden" } });
});

test("who may listen hears the event and oneself; strangers and the banned hear nothing", async () => {
  const { event, host } = await aLiveEvent();
  const ada = await aGuest(event);
  expect((await listeningOf(ada.actor, event.slug, at(1)))?.channels).toEqual([event.id, ada.admissionId]);
  const early = seatActor(await aRegistration(event));
  expect((await listeningOf(early, event.slug, at(1)))?.channels, "in the lobby").toEqual([event.id]);
  expect(await listeningOf(guest, event.slug, at(1))).toBeUndefined();
  const { sanction } = await import("./commands/sanction");
  const input = { eventId: event.id, admissionId: ada.admissionId, action: "ban" };
  await sanction({ actor: host.actor, input, now: at(2) });
  expect(await listeningOf(ada.actor, event.slug, at(3))).toBeUndefined();
});

test("rounds mix members of a network by whatever they belong to it; of others their organisation counts", async () => {
  const network = await aNetwork();
  const { event } = await aLiveEvent();
  const [byName, listed, nobody] = [await aMember(network), await aPerson(), await aPerson()];
  await db().insert(networkAddresses).values({ networkId: network.id, email: listed.email });
  const row = { eventId: event.id, displayName: "Ada", organisation: "Beispiel GmbH" };
  const admitted = await db()
    .insert(admissions)
    .values(
      [byName, listed, nobody].map(({ id: personId }) => ({
        ...row,
        personId,
        role: "participant" as const,
      })),
    )
    .returning();
  const mixed = await affiliationsOf(db(), admitted);
  expect(admitted.map(({ id }) => mixed.get(id))).toEqual([network.id, network.id, "Beispiel GmbH"]);
});
