import { expect } from "@playwright/test";
import { isGrownUp, processOf, revive, signalTo } from "../fixtures/processes";
import { appIsBack, type Run, secondsOf } from "./run-state";

type Fault = { share: number; strike: (run: Run) => Promise<void>; name: string };

/** The app with all its processes, which are one group: nothing of it finishes what it had begun. */
function killApp(): void {
  if (process.platform === "win32") signalTo("app", "SIGKILL");
  else process.kill(-processOf("app"), "SIGKILL");
}

const somebodyAsks = (run: Run) =>
  expect.poll(() => run.underWay, { timeout: 30_000, intervals: [5] }).toBeGreaterThan(2);

const somebodyWasHit = (run: Run, before: number) =>
  expect.poll(() => run.unknowns, { timeout: 30_000, intervals: [20] }).toBeGreaterThan(before);

async function appDies(run: Run): Promise<void> {
  await isGrownUp("app");
  const killed = processOf("app");
  await somebodyAsks(run);
  killApp();
  await expect.poll(() => processOf("app"), { timeout: 60_000 }).not.toBe(killed);
  await appIsBack();
}

async function databaseRestarts(run: Run): Promise<void> {
  await somebodyAsks(run);
  const before = run.unknowns;
  signalTo("postgres", "SIGQUIT");
  await somebodyWasHit(run, before);
  await revive("postgres");
  await appIsBack();
}

const MAIL_AWAY_SECONDS = 20;

async function mailServerLeaves(run: Run): Promise<void> {
  const back = secondsOf(run) + MAIL_AWAY_SECONDS;
  await run.mailServer.goes();
  const isTime = () => secondsOf(run) >= back;
  await expect.poll(isTime, { timeout: MAIL_AWAY_SECONDS * 2_000, intervals: [50] }).toBe(true);
  await run.mailServer.comes();
}

const kill = (share: number): Fault => ({ share, strike: appDies, name: "app killed" });
const restart = (share: number): Fault => ({ share, strike: databaseRestarts, name: "Postgres restarted" });

const mailAway = (share: number): Fault => ({ share, strike: mailServerLeaves, name: "mail server away" });

/**
 * A short run is hit once, a long one three times, and its database restarts between; beside that its mail server is away.
 * One list for what happens one after the other.
 */
const faultsFor = (seconds: number): Fault[][] =>
  seconds < 30 ? [[kill(0.35)]] : [[kill(0.15), kill(0.4), restart(0.6), kill(0.8)], [mailAway(0.2)]];

export const plannedFaults = (seconds: number): number => faultsFor(seconds).flat().length;

/** Strikes when the time of each has come. */
async function strikeInOrder(run: Run, faults: readonly Fault[]): Promise<void> {
  for (const { share, strike, name } of faults) {
    const isTime = () => secondsOf(run) >= share * run.seconds;
    await expect.poll(isTime, { timeout: run.seconds * 1_000 + 60_000, intervals: [50] }).toBe(true);
    const from = secondsOf(run);
    await strike(run);
    run.faults.push(`${name} at ${from.toFixed(1)} s, back at ${secondsOf(run).toFixed(1)} s`);
  }
}

/** Everything that is to happen to the stack; the run ends only after the last of it. */
export async function strikeAll(run: Run): Promise<void> {
  await Promise.all(faultsFor(run.seconds).map((faults) => strikeInOrder(run, faults)));
  run.faultsAreOver = true;
}
