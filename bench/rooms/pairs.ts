import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Target } from "@/realtime/protocol";
import { barePass, type Pass } from "../kit/bare-rooms";
import { crowd, tally } from "../kit/crowd";
import { direct, type Guest, join, type LiveEvent, locate } from "../kit/live-event";
import { steadyLoad, watchProcesses } from "../kit/processes";
import { timesOf } from "../kit/statistics";
import { type Bot, connectBot, publishMicrophone } from "./bot";

/** Everybody comes within this time, as browsers spread themselves after the host has opened the rooms. */
const SPREAD_MS = 8000;
const PARTNER_MS = 15_000;
const created = z.object({ roundId: z.string() });

type Arrival = { bot: Bot; passMs: number; heardMs: number; together: boolean };

async function arrive(person: number, passOf: (person: number) => Promise<Pass>): Promise<Arrival> {
  await pause(Math.random() * SPREAD_MS);
  const started = performance.now();
  const pass = await passOf(person);
  const passMs = performance.now() - started;
  const bot = await connectBot(pass);
  await publishMicrophone(bot, person % 2 === 0);
  const together = await bot.receives(1, PARTNER_MS);
  return { bot, passMs, heardMs: performance.now() - started, together };
}

/** Lets all come, keeps them for some seconds together, and sends them home. */
async function gather(data: string, people: number, passOf: (person: number) => Promise<Pass>) {
  const opening = watchProcesses(data);
  const { values, errors } = await crowd({ people, concurrency: people }, (person) => arrive(person, passOf));
  const whileOpening = opening();
  const whileTalking = await steadyLoad(data, 10);
  await Promise.all(values.map(({ bot }) => bot.leave()));
  const together = values.filter((one) => one.together).length;
  return {
    people,
    joined: values.length,
    together,
    share: Math.round((together / people) * 1000) / 10,
    connect: timesOf(values.map(({ bot }) => bot.connectMs)),
    pass: timesOf(values.map(({ passMs }) => passMs)),
    whileOpening,
    whileTalking,
    errors: tally(errors),
  };
}

/** The room this person is told to go to. Throws when there is none, which the bench counts. */
async function targetOf(guest: Guest, slug: string): Promise<Target> {
  const until = performance.now() + PARTNER_MS;
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
  const registered = await crowd({ people, concurrency: 10 }, () => event.guest("proven"));
  const joined = await crowd({ people, concurrency: 10 }, async (person) => {
    const guest = registered.values[person];
    if (guest) await join(guest, event.slug);
  });
  const round = { rule: "random_pairs", groupSize: 2, durationSeconds: 600 };
  const { roundId } = created.parse(JSON.parse(await direct(event, "rounds", round)));
  await direct(event, `rounds/${roundId}`, { action: "open" });
  const gathered = await gather(data, people, async (person) => {
    const guest = registered.values[person];
    if (!guest) throw new Error("not registered");
    return targetOf(guest, event.slug);
  });
  await direct(event, `rounds/${roundId}`, { action: "recall", seconds: 0 });
  for (const { browser } of registered.values) browser.close();
  return { ...gathered, before: tally([...registered.errors, ...joined.errors]) };
}

/** The floor: the same bots and rooms with tokens of our own, and no product between. */
export async function barePairs(data: string, rooms: number) {
  const run = randomUUID();
  return gather(data, rooms * 2, (person) =>
    barePass(`bench-${run}-${Math.floor(person / 2)}`, `${run}-${person}`),
  );
}
