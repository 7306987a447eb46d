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

const kill = (share: number): Fault => ({ share, strike: appDies, name: "app killed" });
const restart = (share: number): Fault => ({ share, strike: databaseRestarts, name: "Postgres restarted" });

/** A short run is hit once, a long one three times, and its database restarts between. */
export const faultsFor = (seconds: number): Fault[] =>
  seconds < 30 ? [kill(0.35)] : [kill(0.15), kill(0.4), restart(0.6), kill(0.8)];

/** Strikes when the time of each has come, and lets the run end only after the last. */
export async function strikeAll(run: Run, faults: readonly Fault[]): Promise<void> {
  for (const { share, strike, name } of faults) {
    const isTime = () => secondsOf(run) >= share * run.seconds;
    await expect.poll(isTime, { timeout: run.seconds * 1_000 + 60_000, intervals: [50] }).toBe(true);
    const from = secondsOf(run);
    await strike(run);
    run.faults.push(`${name} at ${from.toFixed(1)} s, back at ${secondsOf(run).toFixed(1)} s`);
  }
  run.faultsAreOver = true;
}
