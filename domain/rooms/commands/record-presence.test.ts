import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { participations, placements, rooms } from "@/db/schema/rooms";
import { system } from "@/db/testing/actors";
import { aGuest, aLiveEvent, at } from "@/db/testing/rooms";
import { recordPresence } from "./record-presence";

async function ground() {
  await db().delete(participations);
  const { event } = await aLiveEvent();
  const ada = await aGuest(event);
  const [room] = await db().select().from(rooms).where(eq(rooms.label, event.title));
  if (!room) throw new Error("no plenary");
  const note = (sids: string[], second: number, actor = system) => {
    const seen = sids.map((sid) => ({ sid, admissionId: ada.admissionId, roomId: room.id, joinedAt: at(5) }));
    return recordPresence({ actor, input: { eventId: event.id, rooms: [room.id], seen }, now: at(second) });
  };
  const stays = () =>
    db().select().from(participations).where(eq(participations.admissionId, ada.admissionId));
  return { ada, note, stays };
}

test("R07: a stay no webhook told of is opened, and closed at the last heartbeat after two misses", async () => {
  const { ada, note, stays } = await ground();
  expect(await note(["PA_1"], 60)).toMatchObject({ value: { opened: 1, closed: 0 } });
  await db()
    .update(placements)
    .set({ lastSeenAt: at(70) })
    .where(eq(placements.admissionId, ada.admissionId));
  expect(await note([], 120)).toMatchObject({ value: { closed: 0 } });
  expect(await note([], 180)).toMatchObject({ value: { closed: 1 } });
  expect(await stays()).toMatchObject([{ joinedAt: at(5), leftAt: at(70), source: "reconcile" }]);
});

test("one miss is forgiven", async () => {
  const { note, stays } = await ground();
  await note(["PA_1"], 60);
  for (const [second, sids] of [
    [120, []],
    [180, ["PA_1"]],
    [240, []],
  ] as [number, string[]][]) {
    await note(sids, second);
  }
  expect(await stays()).toMatchObject([{ leftAt: null, misses: 1 }]);
});

test("only the system may say who is there", async () => {
  const { ada, note } = await ground();
  expect(await note(["PA_1"], 60, ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
});
