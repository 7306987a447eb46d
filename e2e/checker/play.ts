import { expect } from "@playwright/test";
import { patience } from "../fixtures/environment";
import { Client } from "./client";
import type { Evidence } from "./evidence";
import { plannedFaults, strikeAll } from "./faults";
import { type Grounds, makeGrounds } from "./ground";
import { settle } from "./operate";
import { Organizer } from "./organizer";
import { letPausesPass, readFacts, readMailboxes, readMails, readPlans, readRegistrations } from "./read";
import { appIsBack, type Run } from "./run-state";
import { TalkDesk } from "./talks/desk";
import type { TalkEvidence } from "./talks/evidence";
import { gatherTalks, leftBehindBy } from "./talks/gather";
import { makeTalkGrounds, type TalkGrounds } from "./talks/ground";
import { Hearsay } from "./talks/hearsay";
import { TalkClient } from "./talks/talker";

/** Half a minute with the usual patience. */
const REST_MS = patience(10);
/** A mail whose sender lost the database before it could say that it was sent is tried again after two minutes. */
const MAIL_REST_MS = patience(50);

const tell = (text: string) => process.stdout.write(`${text}\n`);

/** Where people meet: events to register for, and a day of talks. */
type Stage = { grounds: Grounds; talks: TalkGrounds };
type Left = { registrations: Evidence["leftBehind"]; talks: TalkEvidence["leftBehind"] };

/** The rows of registrations whose outcome is unknown. */
async function leftOf({ operations }: Run, prefix: string, open: ReadonlySet<string>) {
  const rows = await readRegistrations(prefix);
  const left = operations
    .filter(({ key }) => open.has(key))
    .map(({ key, email, eventId }) => [
      key,
      rows.filter((row) => row.email === email && row.eventId === eventId).length,
    ]);
  return Object.fromEntries(left);
}

/** Everybody at work until the time is up and every fault has happened; then all that was put off. */
async function play(run: Run, { grounds, talks }: Stage, clients: number): Promise<Left> {
  const hearsay = new Hearsay();
  const desk = await new TalkDesk(run, talks, hearsay).signIn();
  const talkers = talks.talkers.map((me) => new TalkClient(run, talks, hearsay, me));
  const organizer = await new Organizer(run, grounds).signIn();
  const people = Array.from({ length: clients }, (_, number) => new Client(run, grounds, number + 1));
  run.startedAt = Date.now();
  const all = [organizer, ...people, desk, ...talkers];
  await Promise.all([strikeAll(run), ...all.map((one) => one.play())]);
  await appIsBack();
  const open = [...people, ...talkers.map(({ doer }) => doer)].flatMap(({ postponed }) => postponed.open);
  const keys = new Set(open.map(({ operation }) => operation.key));
  const left = {
    registrations: await leftOf(run, grounds.prefix, keys),
    talks: await leftBehindBy(
      talks.eventId,
      run.talks.filter(({ key }) => keys.has(key)),
    ),
  };
  await Promise.all(open.map((intent) => settle(run, intent)));
  await Promise.all(all.map((one) => one.finish()));
  return left;
}

/** Waits until the worker has told everything and sent every mail; what is not by then, the judges of mails find. */
async function comeToRest(prefixes: readonly string[]): Promise<void> {
  const inAll = async <Row>(read: (prefix: string) => Promise<Row[]>) =>
    (await Promise.all(prefixes.map(read))).flat();
  const untold = async () => (await inAll(readFacts)).filter(({ isTold }) => !isTold).length;
  await expect
    .poll(untold, { timeout: REST_MS, intervals: [250] })
    .toBe(0)
    .catch(() => tell(`not at rest after ${REST_MS / 1_000} s`));
  await letPausesPass();
  const unsent = async () => (await inAll(readMails)).filter(({ state }) => state === "queued").length;
  await expect
    .poll(unsent, { timeout: MAIL_REST_MS, intervals: [250] })
    .toBe(0)
    .catch(() => tell(`mails still wait after ${MAIL_REST_MS / 1_000} s`));
}

async function gather(run: Run, { grounds, talks }: Stage, left: Left): Promise<Evidence> {
  const { prefix, open } = grounds;
  const mails = await readMails(prefix);
  return {
    grounds: open,
    operations: run.operations,
    leftBehind: left.registrations,
    registrations: await readRegistrations(prefix),
    plans: await readPlans(prefix),
    facts: await readFacts(prefix),
    mails,
    mailbox: await readMailboxes(mails),
    faults: run.faults,
    taken: run.mailServer.taken,
    faultsPlanned: plannedFaults(run.seconds),
    talks: await gatherTalks(run, talks, left.talks),
  };
}

/** One run from its first row to rest: what it left. */
export async function playedOut(run: Run, clients: number): Promise<Evidence> {
  const stage = { grounds: await makeGrounds(run.seed), talks: await makeTalkGrounds(run) };
  const left = await play(run, stage, clients);
  await comeToRest([stage.grounds.prefix, stage.talks.prefix]);
  return gather(run, stage, left);
}
