import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type BenchArguments, benchArguments } from "../kit/arguments";
import { expectApp } from "../kit/browser";
import { tally } from "../kit/crowd";
import { type LiveEvent, openLiveEvent } from "../kit/live-event";
import { machine } from "../kit/machine";
import { tellProgress } from "../kit/phase";
import { watchProcesses } from "../kit/processes";
import { finish, invariant, speed } from "../kit/report";
import { timesOf } from "../kit/statistics";
import { runBots } from "../rooms/bot-process";
import { AS_BOTS, startFleet } from "../rooms/fleet";
import { type Afternoon, prepareAfternoon } from "./afternoon";
import { reportedBy, wrongIn } from "./counted";
import { type Arrival, type Followed, follow } from "./follow";
import { endOf, expectedOf, isMissing, SLOTS, talksOf } from "./script";

const folder = z.string({ error: "This bench needs the data folder of the stack: PLENUM_DATA" }).min(1);
const IN_TIME_MS = 10_000;
/** Until LiveKit's webhooks have told that everybody left. */
const SETTLED_MS = 30_000;

/** In the room from the moment at which the product had them there, without waiting for a turn of the bench's own. */
const tookMs = ({ passMs, leaveMs, connectMs }: Arrival) => passMs + leaveMs + connectMs;
const isInTime = (arrival: Arrival) => arrival.isRight && tookMs(arrival) <= IN_TIME_MS;

async function play(event: LiveEvent, afternoon: Afternoon, data: string) {
  const everybody = afternoon.people.map((_, person) => person);
  const fleet = await startFleet(everybody.length);
  const watch = watchProcesses(data, fleet.pids);
  tellProgress(`talks begin at ${new Date(afternoon.first).toISOString()}`);
  const followed = await Promise.all(everybody.map((person) => follow({ event, afternoon, fleet }, person)));
  const { load } = watch();
  const bots = await fleet.leave();
  await pause(Math.max(0, endOf(afternoon.first, SLOTS - 1) + SETTLED_MS - Date.now()));
  return { followed, load, bots };
}

/** What the report says that is not what the bots did. */
async function mistakes(event: LiveEvent, afternoon: Afternoon, followed: readonly Followed[]) {
  const talks = talksOf(afternoon.people.length / 2);
  const stays = new Map(followed.map(({ stays: those }, person) => [person, those]));
  const expected = expectedOf(talks, stays);
  const reported = await reportedBy(event, afternoon);
  return afternoon.people.flatMap(({ name }, person) => {
    const line = expected.get(person);
    return line ? wrongIn(name, line, reported.get(name)) : [];
  });
}

function bySlot(arrivals: readonly Arrival[]) {
  return Array.from({ length: SLOTS }, (_, slot) => {
    const mine = arrivals.filter((arrival) => arrival.slot === slot);
    return {
      slot,
      arrived: mine.length,
      inTime: mine.filter(isInTime).length,
      pass: timesOf(mine.map(({ passMs }) => passMs)),
      leave: timesOf(mine.map(({ leaveMs }) => leaveMs)),
      connect: timesOf(mine.map(({ connectMs }) => connectMs)),
      waitedForTurn: timesOf(mine.map(({ waitedMs }) => waitedMs)),
    };
  });
}

function summary(people: number, followed: readonly Followed[]) {
  const arrivals = followed.flatMap((one) => one.arrivals);
  const due = Array.from({ length: people * SLOTS }, (_, nth) => nth).filter(
    (nth) => !isMissing(nth % people, Math.floor(nth / people)),
  ).length;
  const inTime = arrivals.filter(isInTime).length;
  return {
    due,
    inTime,
    share: Math.round((inTime / due) * 1000) / 10,
    inWrongRoom: arrivals.filter(({ isRight }) => !isRight).length,
    slots: bySlot(arrivals),
    errors: tally(followed.flatMap(({ errors }) => errors)),
  };
}

async function measure({ base, databaseUrl, quick, sizes }: BenchArguments) {
  const data = folder.parse(process.env.PLENUM_DATA);
  const count = sizes.get("talks") ?? (quick ? 6 : 60);
  const event = await openLiveEvent(base, databaseUrl);
  try {
    const plan = { databaseUrl: databaseUrl ?? "", talks: talksOf(count) };
    const afternoon = await prepareAfternoon(event, plan);
    const { followed, load, bots } = await play(event, afternoon, data);
    const wrong = await mistakes(event, afternoon, followed);
    for (const { guest } of afternoon.people) guest.browser.close();
    return { talks: count, ...summary(count * 2, followed), wrong, load, bots };
  } finally {
    await event.close();
  }
}

/** `npm run bench:talks -- --base URL [--out FILE] [--quick] [--size talks=6]`; see README.md beside this file. */
async function main() {
  const words = benchArguments();
  await expectApp(words.base);
  const talks = await measure(words);
  const { share, inTime, due, inWrongRoom, wrong } = talks;
  finish(
    {
      bench: "talks",
      quick: words.quick,
      machine: machine(),
      results: { talks },
      floors: {},
      verdicts: [
        invariant("nobody is in a wrong room", `${inWrongRoom} were`, inWrongRoom === 0),
        invariant("the report says what the bots did", `${wrong.length} lines differ`, wrong.length === 0),
        speed("in the right room within 10 s of each hand-over", "100 %", [
          `${share} % (${inTime} of ${due})`,
          inTime === due,
        ]),
      ],
    },
    words.out,
  );
  process.exit();
}

if (process.argv.includes(AS_BOTS)) runBots();
else await main();
