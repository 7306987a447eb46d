import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { eventRoles } from "@/db/schema/alliance-roles";
import { registrations } from "@/db/schema/registration";
import { eventActor, seatActor } from "@/db/testing/actors";
import { anEventRole, aRegistration } from "@/db/testing/makers";
import { aDraft, aGuest, aLiveEvent, at, joined, START } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { createRound } from "./create-round";
import { openRound } from "./open-round";
import { redistribute } from "./redistribute";

test("pairs at random leave nobody alone: five people make a pair and a group of three", async () => {
  const live = await aLiveEvent({ guests: 5 });
  await aDraft(live);
  const listed = await listRounds(live.host.actor, live.event.id, at(1));
  if (!listed.ok) throw new Error("hosts may list rounds");
  const [round] = listed.value.rounds;
  expect(round).toMatchObject({ state: "draft", unassigned: [] });
  expect(round?.rooms.map(({ people }) => people.length).sort()).toEqual([2, 3]);
});

test("hosts and speakers stay where they are; those who are not there yet get no room", async () => {
  const live = await aLiveEvent({ guests: 2 });
  await aDraft(live, {}, at(200));
  const listed = await listRounds(live.host.actor, live.event.id, at(200));
  expect(listed).toMatchObject({ value: { rounds: [{ rooms: [] }] } });
});

type Live = Awaited<ReturnType<typeof aLiveEvent>>;

/** Three pages that are open: a guest's, one whose registration was cancelled since, a co-host's whose role ended. */
async function threeOfWhomTwoAreLeft({ event }: Pick<Live, "event">) {
  const guest = await aGuest(event);
  const given = await aRegistration(event, { confirmedAt: START });
  await joined(event, seatActor(given), { tab: "tab-given-back", now: START });
  const person = await anEventRole(event, "cohost");
  await aRegistration(event, { personId: person.id, confirmedAt: START });
  const former = await joined(event, eventActor(person, event, "cohost"), { tab: "tab-former", now: START });
  await db().update(registrations).set({ status: "cancelled" }).where(eq(registrations.id, given.id));
  await db().delete(eventRoles).where(eq(eventRoles.personId, person.id));
  return [guest, former].map(({ admissionId }) => admissionId).sort();
}

async function seatedIn({ host, event }: Live) {
  const listed = await listRounds(host.actor, event.id, at(3));
  if (!listed.ok) throw new Error("hosts may list rounds");
  const [round] = listed.value.rounds;
  return {
    seated: round?.rooms.flatMap(({ people }) => people.map(({ admissionId }) => admissionId)).sort(),
    unassigned: round?.unassigned.map(({ admissionId }) => admissionId).sort(),
  };
}

test("rounds are for those who are participants now: no cancelled registration, but a former co-host", async () => {
  const live = await aLiveEvent();
  const two = await threeOfWhomTwoAreLeft(live);
  const input = await aDraft(live);
  expect(await seatedIn(live)).toEqual({ seated: two, unassigned: [] });
  expect(await redistribute({ actor: live.host.actor, input, now: at(2) })).toMatchObject({ ok: true });
  expect(await seatedIn(live)).toEqual({ seated: two, unassigned: [] });
});

test("a draft by hand names the same people as left over", async () => {
  const live = await aLiveEvent();
  const two = await threeOfWhomTwoAreLeft(live);
  await aDraft(live, { rule: "by_hand", rooms: [{ label: "Leer", admissionIds: [] }] });
  expect(await seatedIn(live)).toEqual({ seated: [], unassigned: two });
});

test("opening draws the same people for a draft that was made before they came", async () => {
  const live = await aLiveEvent();
  const input = await aDraft(live);
  const two = await threeOfWhomTwoAreLeft(live);
  expect(await openRound({ actor: live.host.actor, input, now: at(2) })).toMatchObject({ ok: true });
  expect(await seatedIn(live)).toEqual({ seated: two, unassigned: [] });
});

test("by hand: named rooms, empty ones too, but nobody twice and nobody of another event", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const [ada] = live.people;
  const other = await aLiveEvent({ guests: 1 });
  const rooms = [
    { label: "Sensorik", admissionIds: [ada?.admissionId] },
    { label: "Leer", admissionIds: [] },
  ];
  const draft = (value: unknown) =>
    createRound({
      actor: live.host.actor,
      input: { eventId: live.event.id, rule: "by_hand", rooms: value },
      now: at(1),
    });
  expect(await draft(rooms)).toMatchObject({ ok: true });
  const listed = await listRounds(live.host.actor, live.event.id, at(1));
  expect(listed).toMatchObject({
    value: { rounds: [{ rooms: [{ label: "Leer" }, { label: "Sensorik" }] }] },
  });
  expect(await draft([...rooms, ...rooms])).toMatchObject({ failure: { reason: "person_twice" } });
  const foreign = [{ label: "1", admissionIds: [other.people[0]?.admissionId] }];
  expect(await draft(foreign)).toMatchObject({ failure: { reason: "unproven" } });
});

test("participants and strangers cannot draft rounds, and do not see drafts", async () => {
  const live = await aLiveEvent();
  const guest = await aGuest(live.event);
  const input = { eventId: live.event.id, rule: "random_pairs" };
  expect(await createRound({ actor: guest.actor, input, now: at(1) })).toMatchObject({
    failure: { kind: "forbidden" },
  });
  await aDraft(live);
  expect(await listRounds(guest.actor, live.event.id, at(1))).toMatchObject({ value: { rounds: [] } });
});
