import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { mailServerAt } from "../fixtures/mail-server";
import type { Evidence } from "./evidence";
import { dropSeatChecks } from "./ground";
import { type Intended, outcomeOf } from "./intended";
import { judge, type Verdict } from "./judges/judge";
import { controlOf } from "./judges/sabotage";
import { judgeCapacity, tellsOfOversale } from "./judges/seats";
import { judgeOverlap, tellsOfOverlap } from "./judges/talks/overlap";
import { playedOut } from "./play";
import { newRun, type Run } from "./run-state";
import { dropTalkGuards } from "./talks/ground";

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

/** What was asked and what came of it, one line a kind. */
function tellKinds(operations: readonly Intended[]): void {
  for (const [kind, all] of Map.groupBy(operations, (one) => one.kind)) {
    const count = (outcome: string) => all.filter((one) => outcomeOf(one) === outcome).length;
    const sends = all.flatMap((one) => one.sends);
    const unknown = sends.filter(({ outcome }) => outcome === "unknown").length;
    tell(
      `${kind.padEnd(8)} ${all.length} in ${sends.length} requests: ${count("ok")} ok, ${count("fail")} refused, ${unknown} requests unknown`,
    );
  }
}

function tellOperations({ operations, facts, faults, leftBehind, talks }: Evidence): void {
  tellKinds(operations);
  tellKinds(talks.operations);
  const promoted = facts.filter(({ kind }) => kind === "registration.promoted").length;
  const stand = talks.meetings.filter(({ status }) => status === "accepted").length;
  const open = Object.keys({ ...leftBehind, ...talks.leftBehind }).length;
  tell(
    `${promoted} promoted, ${talks.meetings.length} talks of which ${stand} stand, ${open} left open to the end`,
  );
  tell(faults.join("; "));
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

/** Plays, and tells what it came to. */
async function played(run: Run, clients: number): Promise<Evidence> {
  const evidence = await playedOut(run, clients);
  tellOperations(evidence);
  return evidence;
}

/** The run that has to keep every promise; how many it broke. */
async function guardedRun(run: Run, clients: number): Promise<number> {
  const evidence = await played(run, clients);
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
  tellTotal(Object.keys(unkept).length + controls.length - failed, failed);
  return failed;
}

/** What breaks without its guard, and how it is recognized. */
const unkept: Record<string, (evidence: Evidence) => string[]> = {
  I1: (evidence) => judgeCapacity(evidence).filter(tellsOfOversale),
  I4: (evidence) => judgeOverlap(evidence).filter(tellsOfOverlap),
};

/** Whether the run broke it; what the checker says of that, once. */
function isBroken(promise: string, evidence: Evidence, turn: number): boolean {
  const found = unkept[promise]?.(evidence) ?? [];
  if (found.length === 0) return false;
  for (const violation of found.slice(0, MOST_SHOWN)) tell(`    ${violation}`);
  tell(`✔ I9 negative control: without the guard ${promise} broke in run ${turn}, and the checker said so`);
  return true;
}

/** I9: the same people against an app without its guards. A checker that has nothing to say then says nothing at all. */
async function negativeControl(first: Run, clients: number): Promise<number> {
  await dropSeatChecks();
  await dropTalkGuards();
  let holds = Object.keys(unkept);
  let evidence: Evidence | undefined;
  for (let turn = 0; turn < MOST_UNGUARDED_RUNS; turn += 1) {
    const { seed, seconds, mailServer } = first;
    const last = await played(turn === 0 ? first : newRun(seed + turn, seconds, mailServer), clients);
    holds = holds.filter((promise) => !isBroken(promise, last, turn + 1));
    evidence = last;
    if (holds.length === 0) return controlJudges({ seed, ...last });
  }
  keepRecord({ seed: first.seed, ...evidence });
  const stayed = holds.join(" and ");
  tell(`✗ I9 negative control: ${MOST_UNGUARDED_RUNS} runs without the guard, and ${stayed} held`);
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
