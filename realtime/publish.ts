import "server-only";
import { lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { channels, signals } from "@/db/schema/kernel";
import { sheetsOf } from "@/domain/interaction/rules/sheets";
import { logger } from "@/lib/logger";
import { now as clockNow } from "@/lib/time/clock";
import { type Notice, project, type ToldFact } from "./project";

/** Postgres channel of signals; a notification carries `channel seq` and nothing else. */
export const SIGNALS_CHANNEL = "plenum_signals";
/** The longest that a signal waits for others of its kind. */
const COALESCE_MS = 500;
/** Bars that are to move with the ballots, and what others are writing now. */
const FAST_MS = 250;
const coalesceMs = ({ topic }: Notice) => (topic === "ballots" || topic === "sheets" ? FAST_MS : COALESCE_MS);
const KEPT_MS = 24 * 3_600_000;
const RECENT_MS = 120_000;

type Pending = { notice: Notice; timer: NodeJS.Timeout };
const lastSent = new Map<string, number>();
const pending = new Map<string, Pending>();
const keyOf = ({ channel, topic }: Notice) => `${channel} ${topic}`;

/**
 * Writes signals in one short transaction of their own. The row lock on the channel's counter makes the order of
 * commits the order of numbers, and channels are locked in one order, so writers never wait for each other in a ring.
 */
async function write(notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  const sorted = [...notices].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await db().transaction(async (tx) => {
    for (const { channel, topic } of sorted) {
      const [counter] = await tx
        .insert(channels)
        .values({ channel, seq: 1 })
        .onConflictDoUpdate({ target: channels.channel, set: { seq: sql`${channels.seq} + 1` } })
        .returning({ seq: channels.seq });
      const seq = counter?.seq ?? 1;
      await tx.insert(signals).values({ channel, seq, topic, createdAt: clockNow() });
      await tx.execute(sql`select pg_notify(${SIGNALS_CHANNEL}, ${`${channel} ${seq}`})`);
    }
  });
}

function remember(key: string, at: number): void {
  if (lastSent.size > 10_000) {
    for (const [old, sent] of lastSent) if (at - sent > COALESCE_MS) lastSent.delete(old);
  }
  lastSent.set(key, at);
}

/** Sends the last of several notices once its half or quarter of a second is over, so that the newest state is always told. */
function sendLater(notice: Notice, delay: number): void {
  const key = keyOf(notice);
  if (pending.has(key)) return;
  const timer = setTimeout(() => {
    pending.delete(key);
    remember(key, performance.now());
    write([notice]).catch((error: unknown) => {
      logger.warn({ error }, "signal not written, trying again");
      sendLater(notice, coalesceMs(notice));
    });
  }, delay);
  pending.set(key, { notice, timer });
}

/** Tells browsers that rows changed: at most one signal per topic and channel in 500 ms (ballots and sheets: 250), and never none. */
export async function publishSignals(notices: readonly Notice[]): Promise<void> {
  const at = performance.now();
  const atOnce = new Map<string, Notice>();
  for (const notice of notices) {
    const key = keyOf(notice);
    const wait = (lastSent.get(key) ?? Number.NEGATIVE_INFINITY) + coalesceMs(notice) - at;
    if (atOnce.has(key)) continue;
    if (wait > 0) {
      sendLater(notice, wait);
      continue;
    }
    remember(key, at);
    atOnce.set(key, notice);
  }
  await write([...atOnce.values()]);
}

/**
 * Tells open rooms that numbers of a poll have changed, once the vote is committed. Not by way of the outbox: hundreds of votes
 * in a second are one signal, and no fact waits behind them. One that is lost is made good by the next, or by the poll's close.
 */
export const publishBallot = (eventId: string): Promise<void> =>
  publishSignals([{ channel: eventId, topic: "ballots" }]).catch((error: unknown) =>
    logger.warn({ error }, "ballots not told"),
  );

/** Tells whoever has a room's notes or whiteboard open that there is more of it; one that is lost is made good by the next. */
export const publishSheet = (roomId: string): Promise<void> =>
  publishSignals([{ channel: sheetsOf(roomId), topic: "sheets" }]).catch((error: unknown) =>
    logger.warn({ error }, "sheet not told"),
  );

/** The outbox subscriber for every kind of fact. */
export const publishForFact = (fact: ToldFact): Promise<void> => publishSignals(project(fact));

/** Writes at once what still waits for its half second; for a worker that stops. */
export async function flushSignals(): Promise<void> {
  const waiting = [...pending.values()];
  pending.clear();
  for (const { timer } of waiting) clearTimeout(timer);
  await write(waiting.map(({ notice }) => notice));
}

/** Makes open rooms read everything again: for a worker that starts and may have died with signals unsent. */
export async function resyncChannels(now: Date): Promise<void> {
  const recent = await db()
    .selectDistinct({ channel: signals.channel })
    .from(signals)
    .where(sql`${signals.createdAt} > ${new Date(now.getTime() - RECENT_MS).toISOString()}`);
  await write(recent.map(({ channel }) => ({ channel, topic: "resync" })));
}

/** Forgets signals after a day; a browser that was away longer reads everything anew. */
export async function purgeSignals(now: Date): Promise<number> {
  const gone = await db()
    .delete(signals)
    .where(lt(signals.createdAt, new Date(now.getTime() - KEPT_MS)));
  return gone.rowCount ?? 0;
}
