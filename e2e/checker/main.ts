import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { expect } from "@playwright/test";
import { z } from "zod";
import { patience } from "../fixtures/environment";
import { mailServerAt } from "../fixtures/mail-server";
import { Client } from "./client";
import { type Evidence, outcomeOf } from "./evidence";
import { plannedFaults, strikeAll } from "./faults";
import { dropSeatChecks, type Grounds, makeGrounds } from "./ground";
import { judge, type Verdict } from "./judges/judge";
import { controlOf } from "./judges/sabotage";
import { judgeCapacity, tellsOfOversale } from "./judges/seats";
import { settle } from "./operate";
import { Organizer } from "./organizer";
import { readFacts, readMailboxes, readMails, readPlans, readRegistrations } from "./read";
import { appIsBack, newRun, type Run } from "./run-state";

/** Half a minute with the usual patience. */
const REST_MS = patience(10);
/** A mail whose sender lost the database before it could say that it was sent is tried again after two minutes. */
const MAIL_REST_MS = patience(50);
const MOST_SHOWN = 10;
/** So often the promise may hold by luck while nothing keeps it. */
const MOST_UNGUARDED_RUNS = 5;

const smtpPort = z.coerce.number().int().positive();

const tell = (text: string) => process.stdout.write(`${text}\n`);

function argumentsOf() {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "60" },
      clients: { type: "string", default: "60" },
      seed: { type: "string", default: String(Math.floor(Math.random() * 1_000_000)) },
      unguarded: { type: "boolean", default: false },
    },
  });
  const numberOf = (name: "seconds" | "clients" | "seed", least: number): number => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < least)
      throw new Error(`--${name} has to be a whole number from ${least}`);
    return number;
  };
  const { unguarded } = values;
  return {
    ...{ seconds: numberOf("seconds", 5), clients: numberOf("clients", 10), seed: numberOf("seed", 0) },
    unguarded,
  };
}

/** Everybody at work until the time is up and every fault has happened; then all that was put off. */
async function play(run: Run, grounds: Grounds, clients: number): Promise<Evidence["leftBehind"]> {
  const organizer = await new Organizer(run, grounds).signIn();
  const people = Array.from({ length: clients }, (_, number) => new Client(run, grounds, number + 1));
  run.startedAt = Date.now();
  const all = [organizer, ...people];
  await Promise.all([strikeAll(run), ...all.map((one) => one.play())]);
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

/** Waits until the worker has told everything and sent every mail; what is not by then, the judge of the mails finds. */
async function comeToRest(prefix: string): Promise<void> {
  const untold = async () => (await readFacts(prefix)).filter(({ isTold }) => !isTold).length;
  await expect
    .poll(untold, { timeout: REST_MS, intervals: [250] })
    .toBe(0)
    .catch(() => tell(`not at rest after ${REST_MS / 1_000} s`));
  const unsent = async () => (await readMails(prefix)).filter(({ state }) => state === "queued").length;
  await expect
    .poll(unsent, { timeout: MAIL_REST_MS, intervals: [250] })
    .toBe(0)
    .catch(() => tell(`mails still wait after ${MAIL_REST_MS / 1_000} s`));
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
    taken: run.mailServer.taken,
    faultsPlanned: plannedFaults(run.seconds),
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
  tellTotal(verdicts.length - failed, failed);
  return failed;
}

function tellTotal(passed: number, failed: number): void {
  tell(`${passed} passed, ${failed} failed`);
  const report = process.env.PLENUM_CHECK_REPORT;
  if (report) writeFileSync(report, JSON.stringify({ passed, failed }));
}

async function playedOut(run: Run, clients: number): Promise<Evidence> {
  const grounds = await makeGrounds(run.seed);
  const leftBehind = await play(run, grounds, clients);
  await comeToRest(grounds.prefix);
  const evidence: Evidence = { ...(await gather(run, grounds)), leftBehind };
  tellOperations(evidence);
  return evidence;
}

/** The run that has to keep every promise; how many it broke. */
async function guardedRun(run: Run, clients: number): Promise<number> {
  const evidence = await playedOut(run, clients);
  const failed = tellVerdicts(judge(evidence));
  if (failed > 0) keepRecord({ seed: run.seed, ...evidence });
  return failed;
}

/** The other judges: each has to notice what is done to its promise in the record of the run. How many did not. */
function controlJudges(evidence: Evidence & { seed: number }): number {
  const controls = controlOf(evidence);
  for (const { promise, problem } of controls)
    tell(problem ? `✗ ${promise} negative control: ${problem}` : `✔ ${promise} negative control: noticed`);
  const failed = controls.filter(({ problem }) => problem).length;
  if (failed > 0) keepRecord(evidence);
  tellTotal(1 + controls.length - failed, failed);
  return failed;
}

/** I9: the same people against an app without its guard. A checker that has nothing to say then says nothing at all. */
async function negativeControl(first: Run, clients: number): Promise<number> {
  await dropSeatChecks();
  let evidence: Evidence | undefined;
  for (let turn = 0; turn < MOST_UNGUARDED_RUNS; turn += 1) {
    evidence = await playedOut(
      turn === 0 ? first : newRun(first.seed + turn, first.seconds, first.mailServer),
      clients,
    );
    const found = judgeCapacity(evidence).filter(tellsOfOversale);
    if (found.length === 0) continue;
    for (const violation of found.slice(0, MOST_SHOWN)) tell(`    ${violation}`);
    tell(`✔ I9 negative control: without the guard I1 broke in run ${turn + 1}, and the checker said so`);
    return controlJudges({ seed: first.seed, ...evidence });
  }
  keepRecord({ seed: first.seed, ...evidence });
  tell(`✗ I9 negative control: ${MOST_UNGUARDED_RUNS} runs without the guard, and I1 held`);
  tellTotal(0, 1);
  return 1;
}

/** See docs/checker.md. */
async function main(): Promise<void> {
  const { seconds, clients, seed, unguarded } = argumentsOf();
  tell(`seed ${seed}, ${clients} clients, ${seconds} s${unguarded ? ", without the guard" : ""}`);
  const mailServer = mailServerAt(smtpPort.parse(process.env.PLENUM_CHECK_SMTP_PORT));
  const run = newRun(seed, seconds, mailServer);
  try {
    await mailServer.comes();
    const failed = await (unguarded ? negativeControl : guardedRun)(run, clients);
    process.exit(failed > 0 ? 1 : 0);
  } catch (error) {
    console.error(error);
    const { mailServer: _server, ...record } = run;
    keepRecord(record);
    tell("0 passed, 1 failed");
    // The clients of a run that broke off would play on.
    process.exit(1);
  }
}

await main();
