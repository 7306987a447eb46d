import { expect, test } from "vitest";
import { aDraft, aLiveEvent, anOpenRound, at } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { copyRound } from "./copy-round";
import { startNetworking } from "./start-networking";

type Live = Awaited<ReturnType<typeof aLiveEvent>>;

async function roundsOf({ host, event }: Live, second = 5) {
  const listed = await listRounds(host.actor, event.id, at(second));
  if (!listed.ok) throw new Error("hosts may list rounds");
  return listed.value.rounds;
}

test("prepared sets stand side by side, and one that is over is used again with its rooms and people", async () => {
  const live = await aLiveEvent({ guests: 4 });
  const first = await anOpenRound(live, { title: "Kennenlernen", durationSeconds: 60 });
  await aDraft(live, { title: "Vertiefen" });
  const over = await roundsOf(live, 100);
  expect(over.map(({ title, state }) => `${title} ${state}`).sort()).toEqual([
    "Kennenlernen closed",
    "Vertiefen draft",
  ]);
  const again = { ...first, title: "" };
  expect(await copyRound({ actor: live.host.actor, input: again, now: at(101) })).toMatchObject({
    ok: true,
  });
  const copies = (await roundsOf(live, 102)).filter(({ title }) => title === "Kennenlernen");
  const people = copies.map(({ rooms: made }) => made.map((room) => room.people.map(({ name }) => name)));
  expect(copies).toHaveLength(2);
  expect(people[0]).toEqual(people[1]);
});

test("what nobody prepared, and what others do, is no set", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const { event, host } = live;
  const input = { eventId: event.id, rounds: 1 };
  await startNetworking({ actor: host.actor, input, now: at(1) });
  const [round] = await roundsOf(live);
  const copy = (actor = host.actor) =>
    copyRound({ actor, input: { eventId: event.id, roundId: round?.id }, now: at(2) });
  expect(await copy()).toMatchObject({ failure: { reason: "not_prepared" } });
  expect(await copy(live.people[0]?.actor)).toMatchObject({ failure: { kind: "forbidden" } });
});
