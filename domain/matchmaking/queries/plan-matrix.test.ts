import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { hiddenFrom, listings, personBlocks, talkProfiles } from "@/db/schema/matchmaking";
import { registrations } from "@/db/schema/registration";
import { aGuest } from "@/db/testing/group-talks";
import { anAlliance } from "@/db/testing/makers";
import { untrueOn } from "@/db/testing/plan-reasons";
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
import { limitTalks } from "@/domain/matchmaking/commands/limit-talks";
import { moveTalk } from "@/domain/matchmaking/commands/move-talk";
import { requireTalk } from "@/domain/matchmaking/commands/require-talk";
import { unplacedFile } from "@/domain/matchmaking/queries/unplaced-file";
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
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
    [0, 3],
  ] as const;
  for (const pair of pairs) await wish(world, pair, "want");
  await aDraft(
    world,
    pairs.map(([one, other]) => [one, other, null]),
  );
  const meetingId = await agreeOn({ event: world.event, anna, ben }, 0);
  await aGuest({ anna, ben, meetingId }, cem);
  const listed = (await matrixOf(world)).unplaced.map(({ a, b }) => [a, b].toSorted());
  expect(listed).toEqual([[idOf(world, 0), idOf(world, 3)].toSorted()]);
});

/** Anna takes one talk and has it with Ben; Cem would like one with her, and she with Dora. */
async function aFullDay(): Promise<PlanEvent> {
  const world = await aPlanEvent(4);
  await wish(world, [0, 1], "want");
  await wish(world, [2, 0], "want");
  await wish(world, [0, 3], "want");
  const limit = { eventId: world.event.id, personId: idOf(world, 0), min: 0, max: 1 };
  expect(outcomeOf(await limitTalks({ actor: world.office, input: limit }))).toBe("ok");
  return world;
}
const FULL = [
  [0, 1, 0],
  [0, 2, null],
  [0, 3, null],
] as const;

/** Why the wishes of the first of these people have no place: by whom they are with. */
async function reasonsOf(world: PlanEvent): Promise<Record<number, string>> {
  const matrix = await matrixOf(world);
  expect(untrueOn(matrix, matrix.unplaced)).toEqual([]);
  const first = idOf(world, 0);
  const nth = (a: string, b: string) =>
    world.takers.findIndex(({ person }) => person.id === (a === first ? b : a));
  return Object.fromEntries(matrix.unplaced.map(({ a, b, reason }) => [nth(a, b), reason]));
}
const isQuota = expect.stringMatching(/^quota(One|Other)$/);

/** Puts the talk of the first with another somewhere else by hand; nowhere without a slot. */
async function move(world: PlanEvent, other: number, slot: number | "") {
  const ids = [idOf(world, 0), idOf(world, other)];
  const talk = (await matrixOf(world)).talks.find(({ people }) => ids.every((id) => people.includes(id)));
  const input = { eventId: world.event.id, talkId: talk?.id ?? "", slot };
  expect(outcomeOf(await moveTalk({ actor: world.office, input }))).toBe("ok");
}

it("plan-matrix says why a wish has no place by the draft as it is changed by hand, and a file says the same", async () => {
  const world = await aFullDay();
  await aDraft(world, FULL);
  expect(await reasonsOf(world)).toEqual({ 2: isQuota, 3: isQuota });
  await move(world, 1, "");
  expect(await reasonsOf(world)).toEqual({ 1: "fits", 2: "fits", 3: "fits" });
  const asked = { eventId: world.event.id, format: "rfc4180" as const, locale: "de" as const };
  const file = await unplacedFile(world.office, asked, new Date());
  expect([...(file?.parts ?? [])].join("").match(/haben 4 gemeinsame freie Termine/g)).toHaveLength(3);
  await move(world, 3, 2);
  expect(await reasonsOf(world)).toEqual({ 1: isQuota, 2: isQuota });
});

it("plan-matrix says it of a published plan as well, of wishes that came since, and of none that was taken back", async () => {
  const world = await aFullDay();
  await aPublishedPlan(world, FULL);
  expect(await reasonsOf(world)).toEqual({ 2: isQuota, 3: isQuota });
  await wish(world, [0, 3], "never");
  const limit = { eventId: world.event.id, personId: idOf(world, 0), min: 0, max: 2 };
  await limitTalks({ actor: world.office, input: limit });
  expect(await reasonsOf(world)).toEqual({ 2: "fits" });
  await move(world, 1, "");
  expect(await reasonsOf(world), "a talk that the draft takes away").toEqual({ 1: "fits", 2: "fits" });
  expect((await publish(world)).ok).toBe(true);
  await wish(world, [2, 3], "want");
  expect((await matrixOf(world)).unplaced).toHaveLength(3);
});

it("plan-matrix tells of a no only to who asked for the talk, and whose it is to nobody", async () => {
  const world = await aPlanEvent(3);
  await wish(world, [0, 1], "want");
  await wish(world, [0, 2], "want");
  const personIds: [string, string] = [idOf(world, 0), idOf(world, 1)];
  const required = { eventId: world.event.id, personIds, wanted: "yes" as const };
  expect(outcomeOf(await requireTalk({ actor: world.office, input: required }))).toBe("ok");
  await aDraft(world, [[1, 2, 0]]);
  expect((await matrixOf(world)).unplaced.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
    "must fits",
    "want fits",
  ]);
  await wish(world, [1, 0], "never");
  await wish(world, [2, 0], "never");
  expect((await matrixOf(world)).unplaced).toMatchObject([{ kind: "must", reason: "never" }]);
});

it("plan-matrix says what the search said as long as there is no plan that anything could be read from", async () => {
  const world = await aPlanEvent(2);
  await aRun(world, [[0, 1, null]]);
  expect((await matrixOf(world)).unplaced).toMatchObject([{ reason: "noCommonSlot" }]);
});
