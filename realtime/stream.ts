import "server-only";
import { z } from "zod";
import { logger } from "@/lib/logger";
import { currentSeqs, hub, missedSince } from "./hub";
import type { Signal } from "./protocol";

const HEARTBEAT_MS = 15_000;
const RIGHT_MS = 60_000;
/** Unsent chunks after which a reader counts as gone: it comes back with its last number. */
const BACKLOG = 1_000;
/** Streams of one person in one process: more tabs than anybody has, fewer than hurt. */
const MOST_STREAMS = 12;
/** Streams to one household or office of people who have not signed in: a large hall behind one address. */
export const MOST_FROM_ONE_PLACE = 2_000;
const lastEventId = z.record(z.string().max(60), z.int().min(0));

/** Numbers per channel out of `Last-Event-ID` or `after`; nothing for anything else. */
export function seenIn(text: string | null, names: readonly string[]): Map<string, number> {
  if (!text || text.length > 1_000) return new Map();
  try {
    const parsed = lastEventId.safeParse(JSON.parse(text));
    if (!parsed.success) return new Map();
    return new Map(
      names.flatMap((name) => {
        const seq = parsed.data[name];
        return seq === undefined ? [] : [[name, seq] as const];
      }),
    );
  } catch {
    return new Map();
  }
}

type Subscription = {
  who: string;
  /** Where an asker who has not signed in comes from. */
  from?: string | undefined;
  channels: readonly string[];
  /** `Last-Event-ID` of the browser. */
  after: string | null;
  /** Asked every minute and at every change of the person's own rows; the stream ends when the right does. */
  mayStay: () => Promise<boolean>;
  signal: AbortSignal;
};

/** Where a stream begins: after what the browser has seen, else at the newest number. */
async function startOf({ channels, after }: Subscription) {
  const known = seenIn(after, channels);
  const current = await currentSeqs(channels);
  // A number from before the database was restored is worth nothing: such a browser starts from the beginning.
  const startAt = (name: string) => {
    const newest = current.get(name) ?? 0;
    const mine = known.get(name) ?? newest;
    return mine <= newest ? mine : 0;
  };
  return new Map(channels.map((name) => [name, startAt(name)]));
}

const hasTooMany = ({ who, from }: Subscription): boolean =>
  hub().countOf(who) >= MOST_STREAMS || (from !== undefined && hub().countFrom(from) >= MOST_FROM_ONE_PLACE);

const frame = (signal: Signal, seen: ReadonlyMap<string, number>) =>
  `id: ${JSON.stringify(Object.fromEntries(seen))}\ndata: ${JSON.stringify(signal)}\n\n`;

/**
 * A server-sent stream of signals. Nothing is missed: the listener is in the hub before the past is read, and
 * numbers decide what is new. Ends on abort, on SIGTERM, for readers that do not read, and when the right ends.
 * Undefined for somebody who has too many already.
 */
export async function signalStream(
  subscription: Subscription,
): Promise<ReadableStream<Uint8Array> | undefined> {
  const seen = await startOf(subscription);
  if (hasTooMany(subscription)) return undefined;
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let write = (text: string) => {
          if ((controller.desiredSize ?? 0) < -BACKLOG) return stop();
          controller.enqueue(encoder.encode(text));
        };
        const check = async () => {
          if (!(await subscription.mayStay())) stop();
        };
        const checkLater = () =>
          check().catch((error: unknown) => logger.warn({ error }, "right to listen not checked"));
        const told = new Map(seen);
        const send = (signals: Signal[]) => {
          for (const signal of signals) {
            told.set(signal.channel, signal.seq);
            write(frame(signal, told));
          }
          if (signals.some(({ topic }) => topic === "placement" || topic === "session")) void checkLater();
        };
        const beat = setInterval(() => write(": alive\n\n"), HEARTBEAT_MS);
        const watch = setInterval(checkLater, RIGHT_MS);
        const remove = hub().add({ ...subscription, seen, send, end: () => stop() });
        stop = once(() => {
          write = () => undefined;
          for (const timer of [beat, watch]) clearInterval(timer);
          remove();
          controller.close();
        });
        subscription.signal.addEventListener("abort", () => stop(), { once: true });
        write(`retry: 2000\nid: ${JSON.stringify(Object.fromEntries(seen))}\n: open\n\n`);
        missedSince(new Map(seen))
          .then((missed) => {
            const news = missed.filter(({ channel, seq }) => seq > (seen.get(channel) ?? 0));
            for (const { channel, seq } of news) seen.set(channel, seq);
            send(news);
          })
          .catch((error: unknown) => {
            logger.warn({ error }, "missed signals not read");
            stop();
          });
      },
      cancel: () => stop(),
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  );
}

const once = (work: () => void) => {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
};

/** Up to where a page is read that begins to listen afterwards, for its stream to begin there: nothing falls in between. */
export const heardOn = async (channels: readonly string[]): Promise<string> =>
  JSON.stringify(Object.fromEntries(await currentSeqs(channels)));

/** The same for browsers behind something that breaks streams: what is new after `after`, and where it ends. */
export async function pollSignals(channels: readonly string[], after: string | null) {
  const known = seenIn(after, channels);
  const current = await currentSeqs(channels);
  const missed = await missedSince(known);
  return { signals: missed, after: Object.fromEntries(new Map([...current, ...lastOf(missed)])) };
}

const lastOf = (signals: readonly Signal[]) =>
  signals.map(({ channel, seq }) => [channel, seq] as const).sort((a, b) => a[1] - b[1]);
