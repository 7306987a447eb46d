import { expect } from "@playwright/test";
import { countOf } from "../fixtures/database";
import type { MailServer } from "../fixtures/mail-server";
import { appIsReady } from "../fixtures/processes";
import type { Operation, OperationKind } from "./evidence";
import { type Intended, outcomeOf } from "./intended";
import type { TalkKind, TalkOperation } from "./talks/evidence";

/** Facts that may wait to be told before everybody pauses: then they all begin again at the same moment. */
const MOST_UNTOLD = 40;
const LOOK_EVERY_MS = 250;

/** What everybody in a run shares: its record, its clock, and how the stack is. */
export type Run = {
  seed: number;
  startedAt: number;
  seconds: number;
  mailServer: MailServer;
  operations: Operation[];
  talks: TalkOperation[];
  faults: string[];
  /** Requests without an answer yet. */
  underWay: number;
  unknowns: number;
  /** All faults happened, so that the run may end. */
  faultsAreOver: boolean;
};

export const newRun = (seed: number, seconds: number, mailServer: MailServer): Run => ({
  seed,
  mailServer,
  startedAt: Date.now(),
  seconds,
  operations: [],
  talks: [],
  faults: [],
  underWay: 0,
  unknowns: 0,
  faultsAreOver: false,
});

export const secondsOf = ({ startedAt }: Run) => (Date.now() - startedAt) / 1000;

/** What has to be done before a run says anything, and how much longer a slow machine may take for it. */
const LEAST: readonly [OperationKind, number][] = [
  ["register", 50],
  ["cancel", 10],
  ["prove", 3],
  ["capacity", 3],
];
const LEAST_TALKS: readonly [TalkKind, number][] = [
  ["ask", 20],
  ["accept", 8],
  ["decline", 1],
  ["counter", 1],
  ["move", 2],
  ["call-off", 1],
  ["book", 1],
  ["publish", 1],
];
const LONGER_SECONDS = 90;

const didMost = <Kind extends string>(
  operations: readonly (Intended & { kind: Kind })[],
  least: readonly [Kind, number][],
) =>
  least.every(
    ([kind, number]) =>
      operations.filter((one) => one.kind === kind && outcomeOf(one) === "ok").length >= number,
  );

/** What no count of yeses tells: a time that was taken, a refusal that had to be, and a request that was sent twice. */
const fought = (talks: readonly TalkOperation[]) =>
  talks.some(({ sends }) => sends.some(({ said }) => said === "slot_taken")) &&
  talks.some((one) => one.isBad && outcomeOf(one) === "fail") &&
  talks.some(({ sends }) => sends.length > 1);

const isEnough = ({ operations, talks }: Run) =>
  didMost(operations, LEAST) && didMost(talks, LEAST_TALKS) && fought(talks);

/** When the time is up and every fault has happened, a slow machine gets longer to do the least. */
export function isOver(run: Run): boolean {
  const left = run.seconds - secondsOf(run);
  return run.faultsAreOver && left <= 0 && (left < -LONGER_SECONDS || isEnough(run));
}

/** Several who ask at the same time get one and the same answer. */
export function shared<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    return asked;
  };
}

export const appIsBack = shared(appIsReady);

let untold = 0;
let lookedAt = 0;

/** How far the worker is behind. While the database is away, what was true before counts. */
const lookAtOutbox = shared(async () => {
  untold = await countOf("outbox where dispatched_at is null").catch(() => untold);
  lookedAt = Date.now();
});

async function untoldFacts(): Promise<number> {
  if (Date.now() - lookedAt > LOOK_EVERY_MS) await lookAtOutbox();
  return untold;
}

/** Waits until the worker is not far behind: a run has to come to rest within seconds. */
export async function workerKeepsUp(run: Run): Promise<void> {
  const isFree = async () => isOver(run) || (await untoldFacts()) < MOST_UNTOLD;
  await expect.poll(isFree, { intervals: [LOOK_EVERY_MS], timeout: 120_000 }).toBe(true);
}
