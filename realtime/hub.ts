import "server-only";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { channels, signals } from "@/db/schema/kernel";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { type Listening, listen } from "@/lib/postgres/listen";
import { withVotes } from "./carried-votes";
import { PROTOCOL_VERSION, type Signal, topic } from "./protocol";
import { SIGNALS_CHANNEL } from "./publish";

/** One open stream: the number it has last seen per channel, and how to reach it. */
export type Listener = {
  /** Whose stream it is. */
  who: string;
  /** Where it came from, for whoever has not signed in: they can make up as many names as they like. */
  from?: string | undefined;
  seen: Map<string, number>;
  send: (signals: Signal[]) => void;
  end: () => void;
};

export const REPLAY_LIMIT = 500;

/** Signals of one channel after a number, oldest first, at most one more than may be replayed. */
async function signalsAfter(channel: string, seq: number): Promise<Signal[]> {
  const rows = await db()
    .select()
    .from(signals)
    .where(and(eq(signals.channel, channel), gt(signals.seq, seq)))
    .orderBy(asc(signals.seq))
    .limit(REPLAY_LIMIT + 1);
  return rows.flatMap((row) => {
    const known = topic.safeParse(row.topic);
    return known.success
      ? [{ v: PROTOCOL_VERSION, channel: row.channel, seq: row.seq, topic: known.data } as const]
      : [];
  });
}

/** The newest number of each channel; 0 for one that nothing was ever said on. */
export async function currentSeqs(names: readonly string[]): Promise<Map<string, number>> {
  const rows = await db()
    .select()
    .from(channels)
    .where(inArray(channels.channel, [...names]));
  return new Map(names.map((name) => [name, rows.find((row) => row.channel === name)?.seq ?? 0]));
}

/** What a listener missed: the signals themselves, or one `resync` per channel when they are too many. */
export async function missedSince(seen: ReadonlyMap<string, number>): Promise<Signal[]> {
  const current = await currentSeqs([...seen.keys()]);
  const lists = await Promise.all(
    [...seen].map(async ([channel, seq]): Promise<Signal[]> => {
      const newest = current.get(channel) ?? 0;
      if (newest === seq) return [];
      const found = newest < seq ? [] : await signalsAfter(channel, seq);
      // Purged or too many numbers in between: the browser reads everything again.
      const isWhole = found.length <= REPLAY_LIMIT && found[0]?.seq === seq + 1;
      return isWhole ? found : [{ v: PROTOCOL_VERSION, channel, seq: newest, topic: "resync" }];
    }),
  );
  return lists.flat();
}

/** Fans signals out to the streams of this process. One LISTEN connection, outside the pool, however many streams. */
class Hub {
  private readonly listeners = new Set<Listener>();
  private readonly busy = new Map<string, Promise<void>>();
  private listening: Listening | undefined;
  private isStopped = false;

  add(listener: Listener): () => void {
    this.listeners.add(listener);
    if (!this.isStopped) this.listening ??= this.listen();
    return () => this.listeners.delete(listener);
  }

  /** How many streams somebody has open in this process. */
  countOf(who: string): number {
    return [...this.listeners].filter((listener) => listener.who === who).length;
  }

  /** How many streams are open in this process to one household or office, of those who have not signed in. */
  countFrom(from: string): number {
    return [...this.listeners].filter((listener) => listener.from === from).length;
  }

  /** Ends every stream; browsers come back to another process. */
  stop(): void {
    this.isStopped = true;
    for (const listener of this.listeners) listener.end();
    this.listeners.clear();
    void this.listening?.close();
    this.listening = undefined;
  }

  private listen(): Listening {
    return listen({
      url: env().DATABASE_URL,
      channels: [SIGNALS_CHANNEL],
      // `channel seq`: the number only makes each notification another one.
      onNotification: (_channel, payload) => this.deliver(payload.split(" ", 1)[0] ?? ""),
      onReady: () => this.deliverEverything(),
    });
  }

  /** After a reconnect: whatever was said while nobody listened. */
  private deliverEverything(): void {
    const names = new Set([...this.listeners].flatMap(({ seen }) => [...seen.keys()]));
    for (const channel of names) this.deliver(channel);
  }

  /** Reads and sends a channel's news; one read at a time per channel keeps the order. */
  private deliver(channel: string): void {
    const former = this.busy.get(channel) ?? Promise.resolve();
    const next = former
      .then(() => this.read(channel))
      .catch((error: unknown) => logger.warn({ error }, "signals not read"));
    this.busy.set(channel, next);
    next.finally(() => {
      if (this.busy.get(channel) === next) this.busy.delete(channel);
    });
  }

  private async read(channel: string): Promise<void> {
    const interested = [...this.listeners].filter(({ seen }) => seen.has(channel));
    if (interested.length === 0) return;
    const oldest = Math.min(...interested.map(({ seen }) => seen.get(channel) ?? 0));
    const found = await withVotes(channel, await missedSince(new Map([[channel, oldest]])));
    for (const listener of interested) {
      // Whoever left while this was read hears nothing more, and keeps nobody else from hearing.
      if (!this.listeners.has(listener)) continue;
      const news = found.filter((one) => one.seq > (listener.seen.get(channel) ?? 0));
      const last = news.at(-1);
      if (!last) continue;
      listener.seen.set(channel, last.seq);
      listener.send(news);
    }
  }
}

// Route bundles may load this module more than once; the promise is one connection per process.
const shared = globalThis as typeof globalThis & { plenumHub?: Hub };

/** The process's hub. SIGTERM ends its streams, so that a process can stop while people watch. */
export function hub(): Hub {
  if (!shared.plenumHub) {
    const made = new Hub();
    shared.plenumHub = made;
    process.once("SIGTERM", () => made.stop());
  }
  return shared.plenumHub;
}

/** Forgets the hub after closing its streams. For tests. */
export function closeHub(): void {
  shared.plenumHub?.stop();
  shared.plenumHub = undefined;
}
