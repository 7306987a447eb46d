import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { rooms } from "@/db/schema/rooms";
import { aDraft, aLiveEvent, at } from "@/db/testing/rooms";
import { listRounds } from "../queries";
import { changeRooms } from "./change-rooms";
import { openRound } from "./open-round";

type Live = Awaited<ReturnType<typeof aLiveEvent>>;

async function roundsOf({ host, event }: Live, second = 5) {
  const listed = await listRounds(host.actor, event.id, at(second));
  if (!listed.ok) throw new Error("hosts may list rounds");
  return listed.value.rounds;
}

test("drafts get rooms added, named and dropped; a room that runs is not taken away", async () => {
  const live = await aLiveEvent({ guests: 4 });
  const draft = await aDraft(live);
  const change = (change: object, now = at(2)) =>
    changeRooms({ actor: live.host.actor, input: { ...draft, change }, now });
  expect(await change({ what: "add", label: "Extra" })).toMatchObject({ ok: true });
  const [extra] = await db().select().from(rooms).where(eq(rooms.label, "Extra"));
  const roomId = extra?.id ?? "";
  expect(await change({ what: "rename", roomId, label: "Salon" })).toMatchObject({ ok: true });
  const [round] = await roundsOf(live);
  expect(round?.rooms.map(({ label }) => label)).toEqual(["1", "2", "Salon"]);
  await openRound({ actor: live.host.actor, input: draft, now: at(3) });
  expect(await change({ what: "remove", roomId }, at(20))).toMatchObject({
    failure: { reason: "round_started" },
  });
  expect(await change({ what: "rename", roomId, label: "Saal" }, at(20))).toMatchObject({ ok: true });
});

test("a participant changes no rooms, and nobody those of another round", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const [draft, other] = [await aDraft(live), await aDraft(live)];
  const change = (input: object, actor = live.host.actor) => changeRooms({ actor, input, now: at(2) });
  const add = { what: "add", label: "Extra" };
  expect(await change({ ...draft, change: add }, live.people[0]?.actor)).toMatchObject({
    failure: { kind: "forbidden" },
  });
  const foreign = (await roundsOf(live)).find(({ id }) => id === other.roundId)?.rooms[0]?.id;
  expect(await change({ ...draft, change: { what: "remove", roomId: foreign } })).toMatchObject({
    failure: { reason: "missing_room" },
  });
});
