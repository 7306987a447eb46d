import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { listings } from "@/db/schema/matchmaking";
import { aGuest } from "@/db/testing/group-talks";
import { anAlliance } from "@/db/testing/makers";
import { aDraft, aPlanEvent, aRun, idOf, matrixOf, type PlanEvent } from "@/db/testing/plans";
import { agreeOn } from "@/db/testing/talk-rooms";
import type { Id } from "@/lib/ids";

/** One seeks and the other offers a topic, each in an alliance. */
async function say(world: PlanEvent, [seeks, offers]: readonly [Id<"alliance">, Id<"alliance">]) {
  const [anna, ben] = world.takers;
  if (!anna || !ben) throw new Error("nobody there");
  await db()
    .insert(listings)
    .values([
      { allianceId: seeks, personId: anna.person.id, kind: "need", tag: "robotik" },
      { allianceId: offers, personId: ben.person.id, kind: "offer", tag: "robotik" },
    ]);
}

async function aPair() {
  const world = await aPlanEvent(2);
  await aDraft(world, [[0, 1, 0]]);
  const [network] = await db().select().from(networks).where(eq(networks.id, world.event.networkId));
  if (!network) throw new Error("no network");
  return { world, ours: network.allianceId };
}
const reasonsIn = async (world: PlanEvent) => {
  const talk = (await matrixOf(world)).talks.find(({ people }) => people.includes(idOf(world, 0)));
  return talk?.reasons.map(({ text }) => text) ?? [];
};

it("plan-matrix says why two talk by what they seek and offer in the event's own alliance", async () => {
  const { world, ours } = await aPair();
  await say(world, [ours, ours]);
  expect(await reasonsIn(world)).toEqual([expect.stringContaining("Robotik")]);
});

it("plan-matrix tells an office nothing of what its people say in another alliance", async () => {
  const { world, ours } = await aPair();
  await say(world, [ours, (await anAlliance()).id]);
  expect(await reasonsIn(world)).toEqual([]);
});

it("plan-matrix lists no wish of two who have each other in a talk of three by now", async () => {
  const world = await aPlanEvent(4);
  const [anna, ben, cem] = world.takers;
  if (!anna || !ben || !cem) throw new Error("nobody there");
  await aRun(world, [
    [0, 1, null],
    [0, 2, null],
    [1, 2, null],
    [0, 3, null],
  ]);
  const meetingId = await agreeOn({ event: world.event, anna, ben }, 0);
  await aGuest({ anna, ben, meetingId }, cem);
  const listed = (await matrixOf(world)).unplaced.map(({ a, b }) => [a, b].toSorted());
  expect(listed).toEqual([[idOf(world, 0), idOf(world, 3)].toSorted()]);
});
