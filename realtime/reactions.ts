import "server-only";
import { roomService } from "@/lib/livekit/room-service";
import { logger } from "@/lib/logger";
import { type Emoji, GESTURE_TOPIC, type Gesture, PROTOCOL_VERSION } from "./protocol";

/** So long the first reaction waits for others. */
const GATHER_MS = 200;
/** One packet per room and process in that time, however many clap. */
const EVERY_MS = 1000;

type Gathered = { counts: Map<Emoji, number>; timer: NodeJS.Timeout };
const gathering = new Map<string, Gathered>();
const lastSent = new Map<string, number>();

/** Adds a reaction to what the room is sent next. Nothing is stored: a process that ends forgets a second of applause. */
export function react(lkName: string, emoji: Emoji): void {
  const known = gathering.get(lkName);
  if (known) {
    known.counts.set(emoji, (known.counts.get(emoji) ?? 0) + 1);
    return;
  }
  const sinceLast = performance.now() - (lastSent.get(lkName) ?? Number.NEGATIVE_INFINITY);
  const wait = Math.max(GATHER_MS, EVERY_MS - sinceLast);
  gathering.set(lkName, { counts: new Map([[emoji, 1]]), timer: setTimeout(() => send(lkName), wait) });
}

function send(lkName: string): void {
  const gathered = gathering.get(lkName);
  gathering.delete(lkName);
  if (!gathered) return;
  remember(lkName);
  const said: Gesture = {
    v: PROTOCOL_VERSION,
    type: "reactions",
    counts: Object.fromEntries(gathered.counts),
  };
  roomService
    .sendToAll(lkName, GESTURE_TOPIC, JSON.stringify(said))
    .catch((error: unknown) => logger.info({ error }, "reactions not sent"));
}

function remember(lkName: string): void {
  const at = performance.now();
  for (const [room, sent] of lastSent) if (at - sent > EVERY_MS) lastSent.delete(room);
  lastSent.set(lkName, at);
}

/** Sends at once what still waits. For tests. */
export function flushReactions(): void {
  for (const [lkName, { timer }] of gathering) {
    clearTimeout(timer);
    send(lkName);
  }
}
