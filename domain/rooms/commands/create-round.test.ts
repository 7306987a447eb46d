import { expect, test } from "vitest";
import { aDraft, aGuest, aLiveEvent, at } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { createRound } from "./create-round";

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
