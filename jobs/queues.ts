import { PgBoss } from "pg-boss";
import { env } from "@/lib/env";
import { logger, withRequestId } from "@/lib/logger";
import { oneAtATime } from "@/lib/one-at-a-time";
import { writeCirculars } from "./circulars";
import { writeDigests } from "./digests";
import { writeInvitations } from "./invitations";
import { deliverDue, onSoon } from "./mail-delivery";
import { sumOfAll } from "./mails/parts";
import { expireDueOffers } from "./offers";
import { fetchCalendars } from "./own-calendars";
import { writeReminders } from "./reminders";
import { closePresences } from "./talk-watch";
import { tidy } from "./tidy";

const DELIVER = "deliver-mails";
const REMIND = "write-reminders";
const EXPIRE = "expire-offers";
const SEND = "write-circulars";
const TIDY = "tidy-up";
const FETCH = "fetch-calendars";
const CLOSE = "close-presences";
const EVERY_MINUTE = "* * * * *";
const EVERY_HOUR = "17 * * * *";

// At most one job of a kind waits: the rows say what there is to do, a job only says that somebody should look.
const queue = {
  policy: "short",
  notify: true,
  retryLimit: 5,
  retryDelay: 5,
  retryBackoff: true,
  retentionSeconds: 3_600,
  deleteAfterSeconds: 3_600,
  expireInSeconds: 300,
} as const;

async function work(boss: PgBoss, name: string, perform: () => Promise<unknown>): Promise<void> {
  await boss.createQueue(name, queue);
  await boss.work(
    name,
    { batchSize: 1, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 1 },
    ([job]) => withRequestId(`${name}-${job?.id ?? ""}`, perform).then(() => undefined),
  );
}

/** Looks again when something wants it: one waiting job per second is enough for any number of mails or offers. */
async function workAndPlan(boss: PgBoss, name: string, perform: () => Promise<Date[]>): Promise<void> {
  const again = await perform();
  const seconds = new Set(again.map((at) => Math.ceil(at.getTime() / 1_000)));
  for (const second of seconds) {
    await boss.send(name, {}, { startAfter: new Date(second * 1_000), singletonKey: `at-${second}` });
  }
}

/** Asks for one run of a queue, once however often it is called meanwhile. */
const asking = (boss: PgBoss, name: string) =>
  oneAtATime(() =>
    boss
      .send(name, {}, { singletonKey: "now" })
      .catch((error: unknown) =>
        logger.warn({ error, name }, "not asked for; the sweep will find what there is"),
      ),
  );

/**
 * Timed and repeatable work on pg-boss: mails, reminders, offers, house-keeping. Each queue runs in any number of workers;
 * a worker that dies loses nothing, because jobs are retried and the rows say what is left to do.
 */
export async function startQueues(): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, max: 4, useListenNotify: true });
  boss.on("error", (error: Error) => logger.warn({ error }, "job queue"));
  await boss.start();
  await work(boss, DELIVER, () => workAndPlan(boss, DELIVER, deliverDue));
  await work(boss, EXPIRE, () => workAndPlan(boss, EXPIRE, expireDueOffers));
  await work(boss, REMIND, writeReminders);
  await work(boss, SEND, () => sumOfAll([writeCirculars, writeInvitations, writeDigests]));
  await work(boss, TIDY, tidy);
  await work(boss, FETCH, () => fetchCalendars());
  await work(boss, CLOSE, closePresences);
  await boss.schedule(DELIVER, EVERY_MINUTE);
  await boss.schedule(EXPIRE, EVERY_MINUTE);
  await boss.schedule(REMIND, EVERY_MINUTE);
  await boss.schedule(SEND, EVERY_MINUTE);
  await boss.schedule(TIDY, EVERY_HOUR);
  await boss.schedule(FETCH, EVERY_MINUTE);
  await boss.schedule(CLOSE, EVERY_MINUTE);
  onSoon({ deliver: asking(boss, DELIVER), write: asking(boss, SEND) });
  return {
    stop: async () => {
      onSoon(undefined);
      await boss.stop({ graceful: true, close: true, timeout: 8_000 });
    },
  };
}
