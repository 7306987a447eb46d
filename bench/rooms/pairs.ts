import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Target } from "@/realtime/protocol";
import { barePass, type Pass } from "../kit/bare-rooms";
import { tally } from "../kit/crowd";
import { direct, type Guest, join, type LiveEvent, locate } from "../kit/live-event";
import { crowdWithin, tellProgress } from "../kit/phase";
import { steadyLoad, watchProcesses } from "../kit/processes";
import { timesOf } from "../kit/statistics";
import { type Fleet, startFleet } from "./fleet";

/** Everybody comes within this time, as browsers spread themselves after the host has opened the rooms. */
const SPREAD_MS = 8000;
const DOOR_MS = 15_000;
/** The partner may be among the last whose turn it is to connect. */
const PARTNER_MS = 45_000;
/** When the last one has to be there. */
const COME_SECONDS = 75;
const LOBBY_SECONDS = 60;
const created = z.object({ roundId: z.string() });

type PassOf = (person: number) => Promise<Pass>;

/** As often as a browser asks again while the bench waits for it; what it was refused with is told apart. */
const TRIES = 4;
const AGAIN_MS = 500;
type Refusals = string[];

async function enter(fleet: Fleet, person: number, passOf: PassOf) {
  const started = performance.now();
  const { url, token } = await passOf(person);
  const passMs = performance.now() - started;
  const mic = person % 2 === 0 ? "speaks" : "silent";
  const hear = { receive: true, tracks: 1, waitMs: PARTNER_MS } as const;
  const joined = await fleet.join({ url, token, mic, cam: false, ...hear });
  return { ...joined, passMs };
}

/** A browser that is refused asks the door again, and so does a bot; its time goes on meanwhile. */
async function arrive(fleet: Fleet, person: number, { passOf, refusals }: Arriving) {
  await pause(Math.random() * SPREAD_MS);
  const started = performance.now();
  for (let tries = 1; ; tries++) {
    try {
      const entered = await enter(fleet, person, passOf);
      return { ...entered, heardMs: performance.now() - started };
    } catch (error) {
      if (tries === TRIES) throw error;
      refusals.push(error instanceof Error ? error.message : String(error));
      await pause(AGAIN_MS * tries);
    }
  }
}

type Arriving = { passOf: PassOf; refusals: Refusals };
type Gathering = { name: string; people: number; passOf: PassOf };

/** Lets all come, keeps them for some seconds together, and sends them home. */
async function gather(data: string, fleet: Fleet, { name, people, passOf }: Gathering) {
  const opening = watchProcesses(data, fleet.pids);
  const refusals: Refusals = [];
  const come = (person: number) => arrive(fleet, person, { passOf, refusals });
  const all = { name, people, concurrency: people, seconds: COME_SECONDS };
  const { values, errors } = await crowdWithin(all, come);
  const whileOpening = opening();
  tellProgress(`${name}: ten seconds of talking`);
  const whileTalking = await steadyLoad(data, { seconds: 10, bots: fleet.pids });
  const bots = await fleet.leave();
  const together = values.filter((one) => one.isComplete).length;
  return {
    people,
    joined: values.length,
    together,
    share: Math.round((together / people) * 1000) / 10,
    pass: timesOf(values.map(({ passMs }) => passMs)),
    waitedForTurn: timesOf(values.map(({ waitedMs }) => waitedMs)),
    connect: timesOf(values.map(({ connectMs }) => connectMs)),
    untilPartner: timesOf(values.filter((one) => one.isComplete).map(({ heardMs }) => heardMs)),
    cpuMsPerPerson: whileOpening.cpuMs(people),
    whileOpening: whileOpening.load,
    whileTalking: whileTalking.load,
    bots,
    refusedAtFirst: tally(refusals),
    errors: tally(errors),
  };
}

/** The room this person is told to go to. Throws when there is none, which the bench counts. */
async function targetOf(guest: Guest, slug: string): Promise<Target> {
  const until = performance.now() + DOOR_MS;
  let last = "";
  while (performance.now() < until) {
    const place = await locate(guest, slug);
    last = place.state;
    if (place.state === "room" && place.next?.room.kind === "breakout") return place.next;
    if (place.state === "room" && place.target.room.kind === "breakout") return place.target;
    await pause(500);
  }
  throw new Error(`nobody told a room: ${last}`);
}

/** So many rooms of two, opened at once by the host; each bot asks the product's own door where it belongs. */
export async function openPairs(event: LiveEvent, data: string, rooms: number) {
  const people = rooms * 2;
  const few = { people, concurrency: 10, seconds: LOBBY_SECONDS };
  const registered = await crowdWithin({ name: "pairs register", ...few }, () => event.guest("proven"));
  const joined = await crowdWithin({ name: "pairs join", ...few }, async (person) => {
    const guest = registered.values[person];
    if (guest) await join(guest, event.slug);
  });
  const round = { rule: "random_pairs", groupSize: 2, durationSeconds: 600 };
  const fleet = await startFleet(people);
  const { roundId } = created.parse(JSON.parse(await direct(event, "rounds", round)));
  await direct(event, `rounds/${roundId}`, { action: "open" });
  const passOf = async (person: number) => {
    const guest = registered.values[person];
    if (!guest) throw new Error("not registered");
    return targetOf(guest, event.slug);
  };
  const gathered = await gather(data, fleet, { name: "pairs come", people, passOf });
  await direct(event, `rounds/${roundId}`, { action: "recall", seconds: 0 });
  for (const { browser } of registered.values) browser.close();
  return { ...gathered, before: tally([...registered.errors, ...joined.errors]) };
}

/** The floor: the same bots and rooms with tokens of our own, and no product between. */
export async function barePairs(data: string, rooms: number) {
  const run = randomUUID();
  const people = rooms * 2;
  const passOf = (person: number) => barePass(`bench-${run}-${Math.floor(person / 2)}`, `${run}-${person}`);
  return gather(data, await startFleet(people), { name: "bare pairs come", people, passOf });
}
