import { setPriority } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { type Bot, connectBot, publishCamera, publishMicrophone } from "./bot";
import { type Joining, type News, order } from "./orders";

const LEAVE_MS = 5_000;
/** Browsers have cores of their own: bots take what app, database and room server leave. */
const BEHIND_THE_SERVERS = 10;
const tell = (news: News) => process.send?.(news);

/**
 * Bots of one process that connect at the same time. Sixty at once on two cores take each other so long that their own
 * time-outs end them, and they begin again; browsers have a core each.
 */
const CONNECT_AT_ONCE = 2;

/** Runs what it is given in order, so many at a time. */
function turns(most: number) {
  let free = most;
  const waiting: (() => void)[] = [];
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

type Bots = Map<number, Bot>;

async function enter(joining: Joining, bots: Bots): Promise<Bot> {
  const bot = await connectBot(joining);
  bots.set(joining.id, bot);
  if (joining.mic !== "none") await publishMicrophone(bot, joining.mic === "speaks");
  if (joining.cam) await publishCamera(bot);
  return bot;
}

type InTurn = ReturnType<typeof turns>;

async function join(joining: Joining, bots: Bots, inTurn: InTurn): Promise<void> {
  const { id, tracks, waitMs } = joining;
  const ordered = performance.now();
  let waitedMs = 0;
  try {
    const bot = await inTurn(() => {
      waitedMs = performance.now() - ordered;
      return enter(joining, bots);
    });
    const isComplete = await bot.has(tracks, waitMs);
    tell({ what: "joined", id, connectMs: bot.connectMs, waitedMs, isComplete });
  } catch (error) {
    tell({ what: "failed", id, error: error instanceof Error ? error.message : String(error) });
  }
}

/** One bot goes; what its room does not answer in time is no reason to keep the bench waiting. */
async function quit(id: number, bots: Bots): Promise<void> {
  await Promise.race([
    bots
      .get(id)
      ?.leave()
      .catch(() => undefined),
    pause(LEAVE_MS),
  ]);
  bots.delete(id);
  tell({ what: "quit", id });
}

/**
 * rtc-node drops some of its handles twice when many rooms close at once, and throws that from nowhere anybody could
 * catch it. The numbers are not touched by it, so it is counted; every other error ends this process, and its bots
 * count as failed.
 */
function countDroppedTwice(): () => number {
  let dropped = 0;
  process.on("uncaughtException", (error) => {
    if (!/drop an invalid handle/.test(error.message)) {
      process.stderr.write(`bots: ${error.stack}\n`);
      process.exit(1);
    }
    dropped += 1;
  });
  return () => dropped;
}

/** A process that holds some bots: it does what the bench orders and ends when they have left, or with the bench. */
export function runBots(): void {
  setPriority(BEHIND_THE_SERVERS);
  const bots: Bots = new Map();
  const inTurn = turns(CONNECT_AT_ONCE);
  const droppedTwice = countDroppedTwice();
  const leave = async () => {
    await Promise.race([Promise.allSettled([...bots.values()].map((bot) => bot.leave())), pause(LEAVE_MS)]);
    tell({ what: "left", droppedTwice: droppedTwice() });
    process.exit(0);
  };
  process.on("disconnect", () => process.exit(0));
  process.on("message", (message) => {
    const given = order.parse(message);
    if (given.what === "leave") void leave();
    else if (given.what === "quit") void quit(given.id, bots);
    else void join(given, bots, inTurn);
  });
  tell({ what: "ready" });
}
