import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { hiddenFrom, listings, personBlocks, talkProfiles } from "@/db/schema/matchmaking";
import { registrations } from "@/db/schema/registration";
import { aGuest } from "@/db/testing/group-talks";
import { anAlliance } from "@/db/testing/makers";
import {
  aDraft,
  aPlanEvent,
  aPublishedPlan,
  aRun,
  idOf,
  matrixOf,
  outcomeOf,
  type PlanEvent,
  publish,
  wish,
} from "@/db/testing/plans";
import { agreeOn } from "@/db/testing/talk-rooms";
import { slotAt } from "@/db/testing/talks";
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

const takerOf = ({ takers }: PlanEvent, nth: number) => {
  const taker = takers[nth];
  if (!taker) throw new Error("nobody there");
  return taker.person.id;
};

/** Talks of the matrix that one side does not want any more, by the places of their people. */
const unwantedIn = async (world: PlanEvent, now?: Date) =>
  (await matrixOf(world, now)).talks
    .filter(({ unwanted }) => unwanted)
    .map(({ people, state }) => [
      ...world.takers.flatMap(({ person }, nth) => (people.includes(person.id) ? [nth] : [])),
      state,
    ]);

it("plan-matrix marks what both had to have once one of them never wants it, in a draft and in the plan", async () => {
  const world = await aPlanEvent(4);
  await wish(world, [0, 1], "must");
  await wish(world, [1, 0], "must");
  await aDraft(world, [
    [0, 1, 0],
    [2, 3, 0],
  ]);
  expect(await unwantedIn(world)).toEqual([]);
  await wish(world, [1, 0], "never");
  expect(await unwantedIn(world)).toEqual([[0, 1, "draft"]]);
  expect(outcomeOf(await publish(world))).toBe("in_the_way");
  await wish(world, [1, 0], "none");
  expect(await unwantedIn(world)).toEqual([]);
  expect(outcomeOf(await publish(world))).toBe("ok");
  await wish(world, [0, 1], "never");
  expect(await unwantedIn(world)).toEqual([[0, 1, "published"]]);
  expect(await unwantedIn(world, slotAt(world.event, 0)), "it has begun").toEqual([]);
});

it("plan-matrix has the same mark for a block, for an organisation one hides from, and for who takes no talks any more", async () => {
  const world = await aPlanEvent(8);
  await aPublishedPlan(world, [
    [0, 1, 0],
    [2, 3, 0],
    [4, 5, 0],
    [6, 7, 0],
  ]);
  await db()
    .update(registrations)
    .set({ organisation: "Beispiel Werke" })
    .where(eq(registrations.personId, takerOf(world, 3)));
  await db()
    .insert(personBlocks)
    .values({ personId: takerOf(world, 1), blockedId: takerOf(world, 0) });
  await db()
    .insert(hiddenFrom)
    .values({ personId: takerOf(world, 2), organisation: "beispiel werke" });
  await db()
    .insert(talkProfiles)
    .values({ personId: takerOf(world, 4), takesTalks: false });
  const marked = await unwantedIn(world);
  expect(marked.toSorted()).toEqual([
    [0, 1, "published"],
    [2, 3, "published"],
    [4, 5, "published"],
  ]);
});

it("plan-matrix marks neither what the two agreed on themselves nor what the draft takes back", async () => {
  const world = await aPlanEvent(4);
  const [anna, ben] = world.takers;
  if (!anna || !ben) throw new Error("nobody there");
  await agreeOn({ event: world.event, anna, ben }, 1);
  await aPublishedPlan(world, [[2, 3, 0]]);
  await wish(world, [0, 1], "never");
  await wish(world, [2, 3], "never");
  expect(await unwantedIn(world)).toEqual([[2, 3, "published"]]);
  await aDraft(world, []);
  expect(await unwantedIn(world)).toEqual([]);
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
