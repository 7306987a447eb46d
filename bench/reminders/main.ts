import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { benchArguments } from "../kit/arguments";
import { expectApp } from "../kit/browser";
import { openDatabase } from "../kit/database";
import { machine } from "../kit/machine";
import { finish, invariant, speed } from "../kit/report";
import { type Bench, eventToRemind, longestPause, waitFor, writtenFor } from "./batch";

const TARGET = 200;
/** Whoever took over after a kill has to be at it by then (R10). */
const GOES_ON_WITHIN_S = 60;

const rateOf = (mails: number, seconds: number) => Math.round(mails / Math.max(seconds, 0.001));
const secondsOf = ({ first, last }: { first: Date | null; last: Date | null }) =>
  ((last?.getTime() ?? 0) - (first?.getTime() ?? 0)) / 1000;

/** All of them in one run, while the worker also delivers what it writes. */
async function batch(bench: Bench, people: number) {
  const event = await eventToRemind(bench, people);
  const written = await waitFor(bench, event, people);
  const seconds = secondsOf(written);
  return { ...written, seconds, perSecond: rateOf(written.mails, seconds) };
}

const workerOf = (data: string): number =>
  z.object({ pid: z.int() }).parse(JSON.parse(readFileSync(join(data, "worker.json"), "utf8"))).pid;

/** The same, with the worker killed without notice once a fifth is written. */
async function killed(bench: Bench, { people, data }: { people: number; data: string }) {
  const event = await eventToRemind(bench, people);
  const before = await waitFor(bench, event, Math.floor(people / 5));
  const pid = workerOf(data);
  process.kill(pid, "SIGKILL");
  await waitFor(bench, event, people);
  const pauseSeconds = await longestPause(bench, event);
  // Whatever the old and the new worker might still do twice, they have done by the next look.
  await new Promise((later) => setTimeout(later, 65_000));
  const after = await writtenFor(bench, event);
  return { writtenBefore: before.mails, ...after, pauseSeconds };
}

/** `npm run bench:reminders [-- --out FILE] [--quick]`; see README.md beside this file. */
async function main() {
  const { base, out, quick, sizes, databaseUrl } = benchArguments();
  const data = process.env.PLENUM_DATA;
  if (!databaseUrl || !data)
    throw new Error("This bench reads rows and kills the worker: DATABASE_URL and PLENUM_DATA");
  await expectApp(base);
  const people = sizes.get("people") ?? (quick ? 500 : 5_000);
  const bench = openDatabase(databaseUrl);
  try {
    const whole = await batch(bench, people);
    const broken = await killed(bench, { people, data });
    const verdicts = [
      speed(`${people} reminders into the outbox`, `>= ${TARGET}/s`, [
        `${whole.perSecond}/s`,
        whole.perSecond >= TARGET,
      ]),
      invariant(
        "everybody is reminded once",
        `${whole.mails} mails to ${whole.people} people`,
        whole.mails === people && whole.people === people,
      ),
      invariant(
        "none lost and none doubled under kill -9 (R10)",
        `${broken.mails} mails to ${broken.people} people`,
        broken.mails === people && broken.people === people,
      ),
      invariant(
        "goes on within 60 s after the kill (R10)",
        `${Math.round(broken.pauseSeconds)} s`,
        broken.pauseSeconds <= GOES_ON_WITHIN_S,
      ),
    ];
    const about = machine(await bench.versions());
    const results = { whole, killed: broken };
    finish({ bench: "reminders", quick, machine: about, results, floors: {}, verdicts }, out);
  } finally {
    await bench.close();
  }
}

await main();
