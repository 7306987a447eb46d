import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { eq, sql } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { anEvent } from "@/db/testing/makers";
import { insertFacts } from "@/domain/kernel/facts";
import { newId } from "@/lib/ids";
import { type MailServer, startMailServer } from "@/lib/mail/testing/mail-server";
import { bundleProgram } from "./bundle.mjs";

/** R10 names 500, which the long test takes. All are reminded by the clock, and some told by facts as well. */
const PEOPLE = process.env.TEST_LONG === "1" ? 500 : 300;
const TOLD = PEOPLE / 5;
const ALL = PEOPLE + TOLD;
const HOUR = 3_600_000;
const PATIENCE = { timeout: 90_000, interval: 15 };
/** Mails that one worker has on their way at one time, as `jobs/mail-delivery` says. */
const AT_ONCE = 4;

let program: string;
let sink: MailServer;
let boss: PgBoss;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  program = await bundleProgram("jobs/main.ts", "worker-to-kill");
  sink = await startMailServer();
  boss = new PgBoss({ connectionString: process.env.DATABASE_URL ?? "", schedule: false, supervise: false });
  await boss.start();
}, 60_000);
afterEach(() => worker?.kill("SIGKILL"));
afterAll(async () => {
  await boss.stop({ graceful: false });
  sink.close();
});

/** The program that `npm start` runs beside the app, as a process of its own. */
function startWorker(): ChildProcess {
  worker = spawn(process.execPath, [program], {
    env: { ...process.env, SMTP_URL: sink.url, LOG_LEVEL: "silent" },
    stdio: "ignore",
  });
  return worker;
}

/** Without notice, in the middle of whatever it does. */
async function killWorker(running: ChildProcess): Promise<void> {
  const gone = once(running, "exit");
  running.kill("SIGKILL");
  await gone;
}

/** What the clock asks for every minute. */
async function minutePasses(): Promise<void> {
  for (const queue of ["write-reminders", "deliver-mails"]) await boss.send(queue, {});
}

/** The two minutes for which a mail is held by whoever wanted to send it and died. */
const holdPasses = () =>
  db()
    .update(mails)
    .set({ nextAttemptAt: sql`${mails.nextAttemptAt} - interval '2 minutes'` })
    .where(eq(mails.state, "queued"));

const reminders = () => db().$count(mails, eq(mails.kind, "registration.reminder"));
const sent = () => db().$count(mails, eq(mails.state, "sent"));

async function peopleToRemind() {
  const startsAt = new Date(Date.now() + 23 * HOUR);
  const event = await anEvent({ startsAt, endsAt: new Date(startsAt.getTime() + HOUR) });
  const early = new Date(Date.now() - 72 * HOUR);
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    ...{ id: newId("registration"), eventId: event.id, status: "confirmed" as const, place: index + 1 },
    ...{ email: `viele${index}@example.org`, name: `Viele ${index}`, confirmedAt: early, provenAt: early },
  }));
  await db().insert(registrations).values(people);
  const facts = people.slice(0, TOLD).map(({ id }) => ({
    ...{ kind: "registration.confirmed", at: new Date() },
    payload: { registrationId: id, eventId: event.id },
  }));
  await db().execute(insertFacts(facts));
}

const headerOf = (message: string, name: string) =>
  new RegExp(`^${name}:\\s*(?:.*<)?([^<>\\s]+)`, "im").exec(message)?.[1] ?? "";

it("R10: killed in the middle of a batch, again and again, the worker loses no mail and writes none twice", async () => {
  await peopleToRemind();
  // The first kill finds one part of the reminders written and others not; those after it, mails that are on their way.
  const kills = [
    async () => expect(await reminders()).toBeGreaterThan(0),
    ...[0.3, 0.6].map((part) => async () => expect(sink.received.length).toBeGreaterThan(part * ALL)),
  ];
  for (const [index, isTime] of kills.entries()) {
    const running = startWorker();
    await vi.waitFor(minutePasses, PATIENCE);
    await vi.waitFor(isTime, PATIENCE);
    await killWorker(running);
    if (index === 0) expect(await reminders()).toBeLessThan(PEOPLE);
    expect(await sent()).toBeLessThan(ALL);
    await holdPasses();
  }
  startWorker();
  await minutePasses();
  await vi.waitFor(async () => {
    await minutePasses();
    expect(await sent()).toBe(ALL);
  }, PATIENCE);

  const rows = await db().select().from(mails);
  expect(rows).toHaveLength(ALL);
  for (const [kind, people] of [
    ["registration.reminder", PEOPLE],
    ["registration.confirmed", TOLD],
  ] as const)
    expect(new Set(rows.filter((row) => row.kind === kind).map(({ toEmail }) => toEmail)).size).toBe(people);

  // On the wire at least once: a mail that the server took before that was written down goes out again, as the same mail.
  const ids = sink.received.map((message) => headerOf(message, "Message-ID"));
  expect(new Set(ids).size).toBe(ALL);
  const mailed = sink.received.map(
    (message) => `${headerOf(message, "To")} ${headerOf(message, "Message-ID")}`,
  );
  expect(new Set(mailed).size).toBe(ALL);
  expect(ids.length - ALL).toBeLessThanOrEqual(kills.length * AT_ONCE);
}, 180_000);
