import { setTimeout as pause } from "node:timers/promises";
import { OUTBOX_CHANNEL } from "@/domain/kernel/facts";
import { DeliveryFailed, deliverNextFact, type Subscriber } from "@/domain/kernel/outbox";
import { env } from "@/lib/env";
import { logger, withRequestId } from "@/lib/logger";
import { listen } from "@/lib/postgres/listen";

type Lane = {
  name: string;
  subscribersOf: (kind: string) => readonly Subscriber[];
  kinds: { only: readonly string[] } | { except: readonly string[] };
  /** In a long row it leaves half of its time to others: hundreds of mails must not slow down those who register. */
  isPatient?: boolean;
};

/** So many facts in one go are no long row yet. */
const SHORT_ROW = 5;

/** How often the outbox is read although nobody called: what a lost notification delays at most. */
const CATCH_UP_MS = 2_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;

/** Facts whose subscriber failed, and when they may be tried again: one bad fact never holds up the others. */
function retries() {
  const waiting = new Map<string, { tries: number; at: number }>();
  return {
    failed(factId: string): void {
      const tries = (waiting.get(factId)?.tries ?? 0) + 1;
      const pause = Math.min(FIRST_RETRY_MS * 2 ** (tries - 1), LONGEST_RETRY_MS);
      waiting.set(factId, { tries, at: Date.now() + pause });
    },
    notYet(): string[] {
      const now = Date.now();
      // Long due and not failed again means told: forget it.
      for (const [id, { at }] of waiting) if (now - at > LONGEST_RETRY_MS) waiting.delete(id);
      return [...waiting].flatMap(([id, { at }]) => (at > now ? [id] : []));
    },
  };
}

/** Tells every waiting fact of a lane; returns when none is left or the database is away. */
async function drain(lane: Lane, waiting: ReturnType<typeof retries>, stopped: () => boolean): Promise<void> {
  let told = 0;
  for (let more = true; more && !stopped(); told += 1) {
    const begun = performance.now();
    try {
      more = await deliverNextFact({ ...lane, skip: waiting.notYet() });
      if (more && lane.isPatient && told >= SHORT_ROW) await pause(performance.now() - begun);
    } catch (error) {
      if (!(error instanceof DeliveryFailed)) {
        logger.warn({ error, lane: lane.name }, "outbox not readable");
        return;
      }
      waiting.failed(error.fact.id);
      logger.error({ error, factId: error.fact.id, kind: error.fact.kind }, "fact not delivered");
    }
  }
}

function startLane(lane: Lane) {
  const waiting = retries();
  let stopped = false;
  let called = false;
  let running: Promise<void> | undefined;

  const run = async () => {
    do {
      called = false;
      await withRequestId(`outbox-${lane.name}`, () => drain(lane, waiting, () => stopped));
    } while (called && !stopped);
    running = undefined;
  };
  const wake = () => {
    called = true;
    if (!stopped) running ??= run();
  };
  const timer = setInterval(wake, CATCH_UP_MS);
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/**
 * Tells facts to their subscribers as soon as they are committed. Hears of them by NOTIFY and reads again every two
 * seconds, so neither a lost notification nor a restart of Postgres loses one. `stop` ends after the current fact.
 */
export function startRunner(lanes: readonly Lane[]): { stop: () => Promise<void> } {
  const running = lanes.map(startLane);
  const wake = () => {
    for (const lane of running) lane.wake();
  };
  /** Only the lane that the fact belongs to has a reason to look. */
  const wakeFor = (kind: string) => {
    for (const [index, { kinds }] of lanes.entries()) {
      const isTheirs = "only" in kinds ? kinds.only.includes(kind) : !kinds.except.includes(kind);
      if (kind === "" || isTheirs) running[index]?.wake();
    }
  };
  const listening = listen({
    url: env().DATABASE_URL,
    channels: [OUTBOX_CHANNEL],
    onNotification: (_channel, kind) => wakeFor(kind),
    onReady: wake,
  });
  return {
    stop: async () => {
      await listening.close();
      await Promise.all(running.map((lane) => lane.stop()));
    },
  };
}
