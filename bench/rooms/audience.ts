import { randomUUID } from "node:crypto";
import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { barePass, type Pass } from "../kit/bare-rooms";
import { tally } from "../kit/crowd";
import { type Guest, join, type LiveEvent, locate } from "../kit/live-event";
import { crowdWithin, tellProgress, withinSeconds } from "../kit/phase";
import { steadyLoad, watchProcesses } from "../kit/processes";
import { timesOf } from "../kit/statistics";
import { type Fleet, startFleet } from "./fleet";

const PUBLISHERS = 6;
/** Six microphones and one camera. */
const TRACKS = PUBLISHERS + 1;
const AT_ONCE = 10;
const MEDIA_MS = 20_000;
/** Two a second are slow, but then the machine is what is measured; who has not come by then does not come. */
const COME_SECONDS = 100;
const LOBBY_SECONDS = 60;

type Doors = { publisher: () => Promise<Pass>; viewer: () => Promise<Pass> };
type Watching = { name: string; data: string; viewers: number; doors: Doors };

/** The six are there before anybody watches, and take nothing themselves; without them there is nothing to measure. */
const seatPublishers = (fleet: Fleet, { name, doors }: Watching) =>
  withinSeconds({ name: `${name}: six publishers`, seconds: LOBBY_SECONDS }, async () => {
    for (let person = 0; person < PUBLISHERS; person++) {
      const mic = person === 0 ? "speaks" : "silent";
      const publish = { mic, cam: person === 0, receive: false, tracks: 0, waitMs: 0 } as const;
      await fleet.join({ ...(await doors.publisher()), ...publish });
    }
  });

/**
 * A bot that receives decodes all seven tracks and mixes six of them: 34 ms of CPU a second were measured. So many for
 * each core leave the others time to be measured; the rest of the viewers are connected and only told of the tracks.
 */
const RECEIVING_PER_CORE = 10;

async function comeAsViewer(fleet: Fleet, doors: Doors, receive: boolean) {
  const started = performance.now();
  const pass = await doors.viewer();
  const passMs = performance.now() - started;
  const watch = { receive, tracks: TRACKS, waitMs: MEDIA_MS, mic: "none", cam: false } as const;
  const joined = await fleet.join({ ...pass, ...watch });
  return { ...joined, receive, passMs, allMs: performance.now() - started };
}

/** Those who receive are spread evenly over all who come. */
function isReceiver(person: number, { viewers }: Watching): boolean {
  const every = Math.max(1, Math.ceil(viewers / receiversOf(viewers)));
  return person % every === 0;
}
const receiversOf = (viewers: number) => Math.min(viewers, RECEIVING_PER_CORE * cpus().length);

async function watchers(fleet: Fleet, watching: Watching) {
  const { name, data, viewers, doors } = watching;
  await seatPublishers(fleet, watching);
  const coming = watchProcesses(data, fleet.pids);
  const all = { name: `${name}: viewers`, people: viewers, concurrency: AT_ONCE, seconds: COME_SECONDS };
  const { seconds, values, errors } = await crowdWithin(all, (person) =>
    comeAsViewer(fleet, doors, isReceiver(person, watching)),
  );
  const whileComing = coming();
  tellProgress(`${name}: ten seconds of watching`);
  await pause(2000);
  const load = await steadyLoad(data, { seconds: 10, bots: fleet.pids });
  const complete = values.filter((one) => one.isComplete);
  return {
    publishers: PUBLISHERS,
    viewers,
    joined: values.length,
    /** Bots that take and decode media; the other viewers are connected and told of every track. */
    receivers: values.filter((one) => one.receive).length,
    receivingAll: complete.filter((one) => one.receive).length,
    toldOfAll: complete.filter((one) => !one.receive).length,
    joinsPerSecond: Math.round((values.length / seconds) * 10) / 10,
    pass: timesOf(values.map(({ passMs }) => passMs)),
    waitedForTurn: timesOf(values.map(({ waitedMs }) => waitedMs)),
    connect: timesOf(values.map(({ connectMs }) => connectMs)),
    untilAllTracks: timesOf(complete.filter((one) => one.receive).map(({ allMs }) => allMs)),
    untilToldOfAll: timesOf(complete.filter((one) => !one.receive).map(({ allMs }) => allMs)),
    cpuMsPerPerson: whileComing.cpuMs(viewers),
    whileComing: whileComing.load,
    load: load.load,
    errors: tally(errors),
  };
}

async function inFleet(watching: Watching) {
  const fleet = await startFleet(PUBLISHERS + watching.viewers);
  const measured = await watchers(fleet, watching);
  return { ...measured, bots: await fleet.leave() };
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
  const few = { people: viewers, concurrency: AT_ONCE, seconds: LOBBY_SECONDS };
  const registered = await crowdWithin({ name: "audience registers", ...few }, () => event.guest("claim"));
  const publisher = async () => enter(event, await event.guest("proven"));
  const viewer = async () => {
    const guest = registered.values.pop();
    if (!guest) throw new Error("not registered");
    return enter(event, guest);
  };
  const measured = await inFleet({ name: "audience", data, viewers, doors: { publisher, viewer } });
  return { ...measured, before: tally(registered.errors) };
}

/** The floor: the same room with tokens of our own, and no product between. */
export function bareAudience(data: string, viewers: number) {
  const room = `bench-${randomUUID()}`;
  const doors = {
    publisher: () => barePass(room, randomUUID()),
    viewer: () => barePass(room, randomUUID(), "watch"),
  };
  return inFleet({ name: "bare audience", data, viewers, doors });
}
