import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { personBlocks } from "@/db/schema/matchmaking";
import { rounds } from "@/db/schema/rooms";
import { roundMeetings } from "@/db/schema/rooms-beside";
import { personActor, system } from "@/db/testing/actors";
import { aPerson, aRegistration } from "@/db/testing/makers";
import { plannerProgram } from "@/db/testing/planner-program";
import { aGuest, aLiveEvent, at, type Guest, joined, START, whereIs } from "@/db/testing/rooms";
import { heartbeat } from "@/domain/rooms/commands/heartbeat";
import { layNetworking } from "@/domain/rooms/commands/lay-networking";
import { leaveRoom } from "@/domain/rooms/commands/leave-room";
import { startNetworking } from "@/domain/rooms/commands/start-networking";
import { listRounds } from "@/domain/rooms/queries";
import type { Id } from "@/lib/ids";
import { planNetworking } from "./networking-plan";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let program: URL;
beforeAll(async () => {
  program = await plannerProgram("networkings");
});

type Live = Awaited<ReturnType<typeof aLiveEvent>>;
const FOUR = { rounds: 4, durationSeconds: 60, breakSeconds: 20 };
/** The middle of each of these rounds: the first begins twenty seconds after the click. */
const within = (round: number) => at(50 + (round - 1) * 80);

async function started({ host, event }: Live, values: object = FOUR) {
  const result = await startNetworking({
    actor: host.actor,
    input: { eventId: event.id, ...values },
    now: at(0),
  });
  if (!result.ok) throw new Error(result.failure.reason);
  return { eventId: event.id, networkingId: result.value.networkingId };
}

type Ref = { eventId: Id<"event">; networkingId: Id<"networking"> };

/** As the worker does it at that second. */
async function planned(ref: Ref, second: number): Promise<boolean> {
  const plan = await planNetworking(ref, { program, now: at(second) });
  if (!plan) return false;
  const laid = await layNetworking({ actor: system, input: plan, now: at(second) });
  expect(laid).toMatchObject({ ok: true });
  return true;
}

/** Everybody's page says again that it is open; it counts as there for ninety seconds. */
async function stillHere({ event }: Live, people: readonly Guest[], second: number): Promise<void> {
  for (const { actor, tab } of people)
    await heartbeat({ actor, input: { eventId: event.id, tab }, now: at(second) });
}

/** Who meets whom, and how often. */
async function meetings({ networkingId }: Ref) {
  const rows = await db()
    .select({ one: roundMeetings.oneId, other: roundMeetings.otherId, position: rounds.position })
    .from(roundMeetings)
    .innerJoin(rounds, eq(rounds.id, roundMeetings.roundId))
    .where(eq(rounds.networkingId, networkingId));
  const pairs = rows.map(({ one, other }) => `${one} ${other}`);
  const of = (position: number) => rows.filter((row) => row.position === position);
  return { rows, pairs, of };
}

/** The one person who is in the plenary while the others talk. */
async function pausingIn({ event, people }: Live, round: number): Promise<Guest> {
  const pausing: Guest[] = [];
  for (const guest of people)
    if ((await whereIs(event, guest, within(round))) === "main") pausing.push(guest);
  const [one] = pausing;
  if (!one || pausing.length > 1) throw new Error(`${pausing.length} people pause`);
  return one;
}

describe("a speed networking", () => {
  it("brings six people together in pairs for four rounds, and nobody meets anybody twice", async () => {
    const live = await aLiveEvent({ guests: 6 });
    const ref = await started(live);
    expect(await planned(ref, 1)).toBe(true);
    const { pairs, of } = await meetings(ref);
    expect([1, 2, 3, 4].map((one) => of(one).length)).toEqual([3, 3, 3, 3]);
    expect(new Set(pairs).size).toBe(12);
    for (const guest of live.people) {
      expect(await whereIs(live.event, guest, within(1))).not.toBe("main");
      expect(await whereIs(live.event, guest, at(90)), "the break").toBe("main");
    }
    expect(await planned(ref, 2), "nothing has changed").toBe(false);
  });

  it("lets each round's odd one out be somebody else, and tells them that it is a pause", async () => {
    const live = await aLiveEvent({ guests: 5 });
    const ref = await started(live);
    await planned(ref, 1);
    const out: string[] = [];
    for (const round of [1, 2, 3, 4]) {
      const one = await pausingIn(live, round);
      out.push(one.admissionId);
      const told = await listRounds(one.actor, live.event.id, within(round));
      const open = told.ok ? told.value.rounds.filter(({ state }) => state === "open") : [];
      expect(open).toMatchObject([{ rule: "networking", rooms: [], networking: { position: round, of: 4 } }]);
    }
    expect(new Set(out).size).toBe(4);
  });

  it("plans the rounds ahead anew when somebody leaves and somebody comes, and leaves what runs alone", async () => {
    const live = await aLiveEvent({ guests: 6 });
    const ref = await started(live);
    await planned(ref, 1);
    const before = (await meetings(ref)).of(1);
    const [gone, ...rest] = live.people;
    if (!gone) throw new Error("nobody there");
    await leaveRoom({ actor: gone.actor, input: { eventId: live.event.id, tab: gone.tab }, now: at(45) });
    const come = await aGuest(live.event, at(46));
    await stillHere(live, rest, 47);
    expect(await planned(ref, 48)).toBe(true);
    const { pairs, of } = await meetings(ref);
    expect(of(1)).toEqual(before);
    expect(new Set(pairs).size).toBe(pairs.length);
    const later = [2, 3, 4].flatMap((one) => of(one).flatMap((row) => [row.one, row.other]));
    expect(later).not.toContain(gone.admissionId);
    expect(later).toContain(come.admissionId);
    expect(later).toHaveLength(18);
  });

  it("pairs nobody who sat in a pair in a round before it", async () => {
    const live = await aLiveEvent({ guests: 4 });
    const first = await started(live, { rounds: 1, durationSeconds: 20, breakSeconds: 0 });
    await planned(first, 1);
    const second = await startNetworking({
      actor: live.host.actor,
      input: { eventId: live.event.id, rounds: 3, durationSeconds: 20, breakSeconds: 0 },
      now: at(60),
    });
    if (!second.ok) throw new Error(second.failure.reason);
    const ref = { eventId: live.event.id, networkingId: second.value.networkingId };
    expect(await planned(ref, 61)).toBe(true);
    const met = new Set((await meetings(first)).pairs);
    const { pairs, of } = await meetings(ref);
    expect(pairs.filter((pair) => met.has(pair))).toEqual([]);
    // Each of four people has two others left to meet: two full rounds, and a third without anybody.
    expect([1, 2, 3].map((one) => of(one).length).sort()).toEqual([0, 2, 2]);
  });

  it("brings nobody together with whom they keep away", async () => {
    const live = await aLiveEvent();
    const people = [await aPerson(), await aPerson(), await aPerson(), await aPerson()];
    const guests: Guest[] = [];
    for (const person of people) {
      await aRegistration(live.event, { personId: person.id, provenAt: START });
      guests.push(
        await joined(live.event, personActor(person), { tab: `tab-${person.id.slice(4)}`, now: START }),
      );
    }
    const [ada, ben] = people;
    if (!ada || !ben) throw new Error("nobody there");
    await db().insert(personBlocks).values({ personId: ada.id, blockedId: ben.id });
    const ref = await started(live, { rounds: 3, durationSeconds: 60, breakSeconds: 20 });
    await planned(ref, 1);
    const ids = [guests[0]?.admissionId ?? "", guests[1]?.admissionId ?? ""].sort();
    const { pairs } = await meetings(ref);
    expect(pairs).toHaveLength(5);
    expect(pairs).not.toContain(ids.join(" "));
  });
});

it("what was planned for rounds of which one has begun meanwhile changes nothing", async () => {
  const live = await aLiveEvent({ guests: 4 });
  const ref = await started(live);
  const plan = await planNetworking(ref, { program, now: at(1) });
  if (!plan) throw new Error("a plan was due");
  expect(await layNetworking({ actor: system, input: plan, now: at(15) })).toMatchObject({
    failure: { reason: "planned_anew" },
  });
  const rows = await db()
    .select()
    .from(roundMeetings)
    .innerJoin(rounds, and(eq(rounds.id, roundMeetings.roundId), eq(rounds.networkingId, ref.networkingId)));
  expect(rows).toEqual([]);
});
