import { afterAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { personActor, system } from "@/db/testing/actors";
import { aPerson, aRegistration } from "@/db/testing/makers";
import { aGuest, aLiveEvent, type Guest, joined } from "@/db/testing/rooms";
import { roomService } from "@/lib/livekit/room-service";
import { connect, disconnectAll, WAIT_MS } from "@/lib/livekit/testing/bot";
import type { Verdict } from "../internal/sight";
import { whereAmI } from "../queries";
import { standingOf } from "../queries/standing";
import { assign } from "./assign";
import { changeTalkPeople } from "./change-talk-people";
import { createRound } from "./create-round";
import { layTalks } from "./lay-talks";
import { openRound } from "./open-round";
import { openTalk } from "./open-talk";
import { enforceEvent, reconcileRooms } from "./reconcile-rooms";
import { sanction } from "./sanction";

/** The guard of I8 is what the reconciler says of a connection; switched off, the same changes must break it. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("../internal/sight", async (original) => {
  const real = await original<typeof import("../internal/sight")>();
  const judge = (sight: Parameters<typeof real.judge>[0]): Verdict =>
    guard.on ? real.judge(sight) : { what: "fine" };
  return { ...real, judge };
});

afterAll(disconnectAll);
const start = new Date();
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const LINGER_SECONDS = 15;

/** An event with two breakouts that are open from second 12, and two people in the first of them. */
async function ground() {
  const live = await aLiveEvent({ mode: "roundtable", startsAt: start });
  const { event, host } = live;
  const [ada, ben] = [await aGuest(event, start), await aGuest(event, start)];
  const named = [
    { label: "1", admissionIds: [ada.admissionId, ben.admissionId] },
    { label: "2", admissionIds: [] },
  ];
  const draft = { eventId: event.id, rule: "by_hand", rooms: named };
  const made = await createRound({ actor: host.actor, input: draft, now: at(1) });
  if (!made.ok) throw new Error(made.failure.reason);
  const round = { eventId: event.id, roundId: made.value.roundId };
  await openRound({ actor: host.actor, input: round, now: at(2) });
  const tokens = [await tokenOf(event.slug, ada), await tokenOf(event.slug, ben)] as const;
  for (const token of tokens) await connect(token);
  return { event, host, ada, ben, round, tokens };
}
type Ground = Awaited<ReturnType<typeof ground>>;
type Watched = Pick<Ground, "event" | "host" | "ada" | "ben">;

async function tokenOf(slug: string, { actor, tab }: Guest): Promise<string> {
  const answer = await whereAmI(actor, { slug, tab }, at(13));
  if (!answer.ok || answer.value.state !== "room") throw new Error("belongs to no room");
  expect(answer.value.target.room.label).toBe("1");
  return answer.value.target.token;
}

/** Who of the two is connected to a room where the rows do not let them be at that second. */
async function intruders({ event, host, ada, ben }: Watched, second: number): Promise<string[]> {
  const hosts = await standingOf(db(), host.actor, { eventId: event.id, now: at(second) });
  const found: string[] = [];
  for (const room of hosts?.rooms ?? []) {
    const connected = (await roomService.listParticipants(room.lkName)).map(({ identity }) => identity);
    for (const { actor, admissionId } of [ada, ben]) {
      const standing = await standingOf(db(), actor, { eventId: event.id, now: at(second) });
      if (connected.includes(admissionId) && !standing?.myRooms.has(room.id)) found.push(admissionId);
    }
  }
  return found;
}

/** The reconciler as the worker runs it, every five seconds from one second to another. */
async function reconciled(from: number, to: number): Promise<void> {
  for (let second = from; second <= to; second += 5) await reconcileRooms({ now: at(second) });
}

async function expectIntruders(live: Watched, second: number, expected: string[]): Promise<void> {
  const check = async () => expect(await intruders(live, second)).toEqual(expected);
  await vi.waitFor(check, { timeout: WAIT_MS, interval: 50 });
}

const ban = ({ event, host, ada }: Ground) =>
  sanction({
    actor: host.actor,
    input: { eventId: event.id, admissionId: ada.admissionId, action: "ban" },
    now: at(20),
  });

async function moveToTheOtherRoom({ host, ben, round, event }: Ground): Promise<void> {
  const standing = await standingOf(db(), host.actor, { eventId: event.id, now: at(20) });
  const other = standing?.rooms.find(({ label }) => label === "2");
  const input = { ...round, admissionId: ben.admissionId, roomId: other?.id ?? null };
  expect(await assign({ actor: host.actor, input, now: at(20) })).toMatchObject({ ok: true });
}

/** A talk from second 12 on, whose room is open, and its two people in it. */
async function aTalk() {
  const live = await aLiveEvent({ mode: "roundtable", startsAt: start });
  const { event } = live;
  const people = [await aPerson(), await aPerson()] as const;
  for (const { id: personId, name } of people)
    await aRegistration(event, { personId, name, provenAt: start });
  const personIds = people.map(({ id }) => id);
  const span = { startsAt: at(12), endsAt: at(1212) };
  const input = { eventId: event.id, personIds, label: "1", ...span };
  const opened = await openTalk({ actor: system, input, now: at(1) });
  if (!opened.ok) throw new Error(opened.failure.reason);
  const tab = (nth: 0 | 1) => ({ tab: `tab-${people[nth].id.slice(4)}`, now: at(2) });
  const [ada, ben] = [
    await joined(event, personActor(people[0]), tab(0)),
    await joined(event, personActor(people[1]), tab(1)),
  ];
  for (const one of [ada, ben]) await connect(await tokenOf(event.slug, one));
  return { live: { ...live, ada, ben }, people, roundId: opened.value.roundId };
}
type Talk = Awaited<ReturnType<typeof aTalk>>;

const callOff = async ({ live, roundId }: Talk) => {
  const input = { eventId: live.event.id, closes: [roundId], opens: [] };
  expect(await layTalks({ actor: system, input, now: at(20) })).toMatchObject({ ok: true });
};
const takeOut = async ({ live, roundId, people: [, ben] }: Talk) => {
  const input = { eventId: live.event.id, roundId, label: "1", comes: null, goes: ben.id };
  expect(await changeTalkPeople({ actor: system, input, now: at(20) })).toMatchObject({ ok: true });
};

describe("I8: people in a LiveKit room are a subset of those allowed there", { timeout: 120_000 }, () => {
  it("within ten seconds of a ban, and again whenever the saved token brings the person back", async () => {
    const live = await ground();
    await expectIntruders(live, 15, []);
    expect(await ban(live)).toMatchObject({ ok: true });
    await expectIntruders(live, 21, [live.ada.admissionId]);
    await reconciled(25, 30);
    await expectIntruders(live, 30, []);
    await connect(live.tokens[0]);
    await expectIntruders(live, 31, [live.ada.admissionId]);
    await reconciled(35, 40);
    await expectIntruders(live, 40, []);
  });

  it("within ten seconds after the tolerance for somebody who was placed elsewhere", async () => {
    const live = await ground();
    await moveToTheOtherRoom(live);
    await expectIntruders(live, 21, [live.ben.admissionId]);
    await reconciled(22, 20 + LINGER_SECONDS + 10);
    await expectIntruders(live, 45, []);
  });

  it.each([
    ["whose talk is called off", callOff, ["ada", "ben"]],
    ["who is taken out of a talk", takeOut, ["ben"]],
  ] as const)("within ten seconds for somebody %s", async (_who, change, gone) => {
    const talk = await aTalk();
    await expectIntruders(talk.live, 15, []);
    await change(talk);
    const out = gone.map((name) => talk.live[name].admissionId);
    await expectIntruders(talk.live, 21, out);
    // The change is heard of a second later, and the next looks come in the worst order.
    await enforceEvent(talk.live.event.id, at(21));
    await reconciled(23, 28);
    await expectIntruders(talk.live, 30, []);
  });

  it("with as much time as ever to find out of a talk that is over", async () => {
    const talk = await aTalk();
    const over = 1212 + 300;
    await reconciled(over + 1, over + 11);
    await expectIntruders(talk.live, over + 11, [talk.live.ada.admissionId, talk.live.ben.admissionId]);
    await reconciled(over + 16, over + 16);
    await expectIntruders(talk.live, over + 16, []);
  });

  it("is broken by the same changes when the reconciler judges nobody", async () => {
    guard.on = false;
    try {
      const live = await ground();
      await ban(live);
      await moveToTheOtherRoom(live);
      await reconciled(22, 20 + LINGER_SECONDS + 10);
      await expectIntruders(live, 45, [live.ada.admissionId, live.ben.admissionId]);
    } finally {
      guard.on = true;
    }
  });
});
