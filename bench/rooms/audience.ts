import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { barePass, type Pass } from "../kit/bare-rooms";
import { crowd, tally } from "../kit/crowd";
import { type Guest, join, type LiveEvent, locate } from "../kit/live-event";
import { steadyLoad, watchProcesses } from "../kit/processes";
import { timesOf } from "../kit/statistics";
import { startFleet } from "./fleet";

const PUBLISHERS = 6;
/** Six microphones and one camera. */
const TRACKS = PUBLISHERS + 1;
const AT_ONCE = 10;
const MEDIA_MS = 20_000;

type Doors = { publisher: () => Promise<Pass>; viewer: () => Promise<Pass> };

async function watchers(data: string, viewers: number, doors: Doors) {
  const fleet = await startFleet(PUBLISHERS + viewers);
  const watch = { tracks: TRACKS, waitMs: MEDIA_MS, mic: "none", cam: false } as const;
  for (let person = 0; person < PUBLISHERS; person++) {
    const mic = person === 0 ? "speaks" : "silent";
    await fleet.join({ ...(await doors.publisher()), mic, cam: person === 0, tracks: 0, waitMs: 0 });
  }
  const coming = watchProcesses(data, fleet.pids);
  const { seconds, values, errors } = await crowd({ people: viewers, concurrency: AT_ONCE }, async () => {
    const started = performance.now();
    const pass = await doors.viewer();
    const passMs = performance.now() - started;
    const joined = await fleet.join({ ...pass, ...watch });
    return { ...joined, passMs, allMs: performance.now() - started };
  });
  const whileComing = coming();
  await pause(2000);
  const load = await steadyLoad(data, { seconds: 10, bots: fleet.pids });
  const bots = await fleet.leave();
  const complete = values.filter((one) => one.isComplete);
  return {
    publishers: PUBLISHERS,
    viewers,
    joined: values.length,
    receivingAll: complete.length,
    joinsPerSecond: Math.round((values.length / seconds) * 10) / 10,
    pass: timesOf(values.map(({ passMs }) => passMs)),
    connect: timesOf(values.map(({ connectMs }) => connectMs)),
    untilAllTracks: timesOf(complete.map(({ allMs }) => allMs)),
    cpuMsPerPerson: whileComing.cpuMs(viewers),
    whileComing: whileComing.load,
    load: load.load,
    bots,
    errors: tally(errors),
  };
}

/** The room that the product's own doors lead a person to. */
async function enter({ slug }: LiveEvent, guest: Guest): Promise<Pass> {
  const joined = await join(guest, slug);
  const place = joined.state === "room" ? joined : await locate(guest, slug);
  guest.browser.close();
  if (place.state !== "room") throw new Error(`nobody told a room: ${place.state}`);
  return { url: place.target.url, token: place.target.token };
}

/** One room with six who publish, of whom one speaks and films, and so many who watch with an unproven claim. */
export async function openAudience(event: LiveEvent, data: string, viewers: number) {
  const registered = await crowd({ people: viewers, concurrency: AT_ONCE }, () => event.guest("claim"));
  const publisher = async () => enter(event, await event.guest("proven"));
  const viewer = async () => {
    const guest = registered.values.pop();
    if (!guest) throw new Error("not registered");
    return enter(event, guest);
  };
  return { ...(await watchers(data, viewers, { publisher, viewer })), before: tally(registered.errors) };
}

/** The floor: the same room with tokens of our own, and no product between. */
export function bareAudience(data: string, viewers: number) {
  const room = `bench-${randomUUID()}`;
  return watchers(data, viewers, {
    publisher: () => barePass(room, randomUUID()),
    viewer: () => barePass(room, randomUUID(), "watch"),
  });
}
