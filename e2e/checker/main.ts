import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { expect } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { Client } from "./client";
import { type Evidence, outcomeOf } from "./evidence";
import { faultsFor, strikeAll } from "./faults";
import { type Grounds, makeGrounds } from "./ground";
import { judge, type Verdict } from "./judges/judge";
import { settle } from "./operate";
import { Organizer } from "./organizer";
import { readFacts, readMailboxes, readMails, readPlans, readRegistrations } from "./read";
import { appIsBack, newRun, type Run } from "./run-state";

/** Half a minute with the usual patience. */
const REST_MS = patience(10);
const MOST_SHOWN = 10;

const tell = (text: string) => process.stdout.write(`${text}\n`);

function argumentsOf() {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "60" },
      clients: { type: "string", default: "60" },
      seed: { type: "string", default: String(Math.floor(Math.random() * 1_000_000)) },
    },
  });
  const numberOf = (name: keyof typeof values, least: number): number => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < least)
      throw new Error(`--${name} has to be a whole number from ${least}`);
    return number;
  };
  return { seconds: numberOf("seconds", 5), clients: numberOf("clients", 10), seed: numberOf("seed", 0) };
}

/** Everybody at work until the time is up and every fault has happened; then all that was put off. */
async function play(run: Run, grounds: Grounds, clients: number): Promise<Evidence["leftBehind"]> {
  const organizer = await new Organizer(run, grounds).signIn();
  const people = Array.from({ length: clients }, (_, number) => new Client(run, grounds, number + 1));
  run.startedAt = Date.now();
  const all = [organizer, ...people];
  await Promise.all([strikeAll(run, faultsFor(run.seconds)), ...all.map((one) => one.play())]);
  await appIsBack();
  const open = people.flatMap(({ postponed }) => postponed.open);
  const rows = await readRegistrations(grounds.prefix);
  const leftBehind = open.map(({ operation: { key, email, eventId } }) => [
    key,
    rows.filter((row) => row.email === email && row.eventId === eventId).length,
  ]);
  await Promise.all(open.map((intent) => settle(run, intent)));
  await Promise.all(all.map((one) => one.finish()));
  return Object.fromEntries(leftBehind);
}

/** Waits until the worker has told everything; what is not told by then, the judge of the mails finds. */
async function comeToRest(prefix: string): Promise<void> {
  const untold = async () => (await readFacts(prefix)).filter(({ isTold }) => !isTold).length;
  await expect
    .poll(untold, { timeout: REST_MS, intervals: [250] })
    .toBe(0)
    .catch(() => tell(`not at rest after ${REST_MS / 1_000} s`));
}

async function gather(run: Run, { prefix, open }: Grounds): Promise<Omit<Evidence, "leftBehind">> {
  const mails = await readMails(prefix);
  return {
    grounds: open,
    operations: run.operations,
    registrations: await readRegistrations(prefix),
    plans: await readPlans(prefix),
    facts: await readFacts(prefix),
    mails,
    mailbox: await readMailboxes(mails),
    faults: run.faults,
    faultsPlanned: faultsFor(run.seconds).length,
  };
}

/** What was asked and what came of it, one line a kind. */
function tellOperations({ operations, facts, faults, leftBehind }: Evidence): void {
  for (const [kind, all] of Map.groupBy(operations, (one) => one.kind)) {
    const count = (outcome: string) => all.filter((one) => outcomeOf(one) === outcome).length;
    const sends = all.flatMap((one) => one.sends);
    const unknown = sends.filter(({ outcome }) => outcome === "unknown").length;
    tell(
      `${kind.padEnd(8)} ${all.length} in ${sends.length} requests: ${count("ok")} ok, ${count("fail")} refused, ${unknown} requests unknown`,
    );
  }
  const promoted = facts.filter(({ kind }) => kind === "registration.promoted").length;
  tell(`${promoted} promoted, ${Object.keys(leftBehind).length} left open to the end; ${faults.join("; ")}`);
}

/** The record of a run that failed, and the logs of its stack, in a folder of their own. */
function keepRecord(evidence: unknown): void {
  const folder = mkdtempSync(join(tmpdir(), "plenum-bookings-"));
  writeFileSync(join(folder, "evidence.json"), JSON.stringify(evidence, null, 1));
  for (const name of ["app.log", "postgres.log"]) {
    const log = join(process.env.PLENUM_DATA ?? "", name);
    if (existsSync(log)) copyFileSync(log, join(folder, name));
  }
  tell(`the record of this run: ${folder}`);
}

function tellVerdicts(verdicts: readonly Verdict[]): number {
  for (const { promise, violations } of verdicts) {
    tell(`${violations.length === 0 ? "✔" : "✗"} ${promise}`);
    for (const violation of violations.slice(0, MOST_SHOWN)) tell(`    ${violation}`);
    if (violations.length > MOST_SHOWN) tell(`    and ${violations.length - MOST_SHOWN} more`);
  }
  const failed = verdicts.filter(({ violations }) => violations.length > 0).length;
  tell(`${verdicts.length - failed} passed, ${failed} failed`);
  const report = process.env.PLENUM_CHECK_REPORT;
  if (report) writeFileSync(report, JSON.stringify({ passed: verdicts.length - failed, failed }));
  return failed;
}

/** See docs/checker.md. */
async function main(): Promise<void> {
  const { seconds, clients, seed } = argumentsOf();
  tell(`seed ${seed}, ${clients} clients, ${seconds} s`);
  const run = newRun(seed, seconds);
  try {
    const grounds = await makeGrounds(seed);
    const leftBehind = await play(run, grounds, clients);
    await comeToRest(grounds.prefix);
    const evidence: Evidence = { ...(await gather(run, grounds)), leftBehind };
    tellOperations(evidence);
    const failed = tellVerdicts(judge(evidence));
    if (failed > 0) keepRecord({ seed, ...evidence });
    process.exit(failed > 0 ? 1 : 0);
  } catch (error) {
    console.error(error);
    keepRecord(run);
    tell("0 passed, 1 failed");
    // The clients of a run that broke off would play on.
    process.exit(1);
  }
}

await main();
