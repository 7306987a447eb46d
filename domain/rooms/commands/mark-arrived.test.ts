import { expect, test } from "vitest";
import { db } from "@/db/client";
import { aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { standingOf } from "../queries/standing";
import { markArrived } from "./mark-arrived";

async function ground() {
  const live = await aLiveEvent({ guests: 2 });
  const [ada] = live.people;
  if (!ada) throw new Error("nobody joined");
  const epochAt = async (second: number) => {
    const standing = await standingOf(db(), ada.actor, { eventId: live.event.id, now: at(second) });
    return standing?.place?.state === "room" ? standing.place.epoch : [0, 0];
  };
  const arrive = (epoch: unknown, second: number, tab = ada.tab) =>
    markArrived({ actor: ada.actor, input: { eventId: live.event.id, tab, epoch }, now: at(second) });
  return { live, ada, epochAt, arrive };
}

test("hosts see who has arrived in a breakout", async () => {
  const { live, ada, epochAt, arrive } = await ground();
  await anOpenRound(live);
  expect(await arrive(await epochAt(20), 21)).toMatchObject({ value: { arrived: true } });
  const listed = await listRounds(live.host.actor, live.event.id, at(22));
  const people = listed.ok
    ? listed.value.rounds.flatMap(({ rooms }) => rooms.flatMap((room) => room.people))
    : [];
  expect(people.filter(({ arrived }) => arrived).map(({ admissionId }) => admissionId)).toEqual([
    ada.admissionId,
  ]);
});

test("an older epoch changes nothing, an impossible one and another tab are refused", async () => {
  const { live, epochAt, arrive } = await ground();
  const before = await epochAt(1);
  await anOpenRound(live);
  await arrive(await epochAt(20), 21);
  expect(await arrive(before, 22)).toMatchObject({ value: { arrived: false } });
  expect(await arrive([9_999, 0], 23)).toMatchObject({ failure: { reason: "epoch" } });
  expect(await arrive(await epochAt(20), 23, "tab-other")).toMatchObject({
    failure: { reason: "other_tab" },
  });
});
