import "server-only";
import type { CaptionLine } from "@/domain/interaction/schema/captions";
import { roomService } from "@/lib/livekit/room-service";
import { logger } from "@/lib/logger";
import { CAPTION_TOPIC, type CaptionsSaid, PROTOCOL_VERSION } from "./protocol";

/** As fast as people can follow somebody who types; ITU-T T.140 asks for half a second at most. */
const EVERY_MS = 300;
/** One packet holds so many writers at most, so that it stays below what LiveKit carries in one piece. */
const WRITERS_A_PACKET = 4;
/** Of one writer at a time. */
const MOST_LINES = 3;

type Said = CaptionsSaid["said"][number];
type Waiting = { said: Map<string, Said>; timer: NodeJS.Timeout };
const waiting = new Map<string, Waiting>();
const lastSent = new Map<string, number>();

/**
 * Adds what somebody has written to what their room is sent next. Nothing is stored: what is not sent when a process ends comes
 * whole with the next letter.
 */
export function caption(lkName: string, said: Said): void {
  const known = waiting.get(lkName);
  if (known) {
    const key = keyOf(said);
    known.said.set(key, { ...said, lines: merged(known.said.get(key)?.lines ?? [], said.lines) });
    return;
  }
  const since = performance.now() - (lastSent.get(lkName) ?? Number.NEGATIVE_INFINITY);
  wait(lkName, new Map([[keyOf(said), said]]), Math.max(0, EVERY_MS - since));
}

const keyOf = ({ by, kind }: Said) => `${kind} ${by}`;

const wait = (lkName: string, said: Map<string, Said>, ms: number) =>
  waiting.set(lkName, { said, timer: setTimeout(() => send(lkName), ms) });

/** The newest state of each line, the last few of them. */
function merged(before: readonly CaptionLine[], after: readonly CaptionLine[]): CaptionLine[] {
  const lines = new Map(before.map((line) => [line.id, line]));
  for (const line of after) if ((lines.get(line.id)?.rev ?? -1) < line.rev) lines.set(line.id, line);
  return [...lines.values()].slice(-MOST_LINES);
}

function send(lkName: string): void {
  const gathered = waiting.get(lkName);
  waiting.delete(lkName);
  if (!gathered) return;
  const at = performance.now();
  for (const [room, sent] of lastSent) if (at - sent > EVERY_MS) lastSent.delete(room);
  lastSent.set(lkName, at);
  const all = [...gathered.said];
  const packet: CaptionsSaid = {
    v: PROTOCOL_VERSION,
    type: "captions",
    said: all.slice(0, WRITERS_A_PACKET).map(([, said]) => said),
  };
  // Where more write at once than a packet holds, they take turns.
  const rest = new Map(all.slice(WRITERS_A_PACKET));
  if (rest.size > 0) wait(lkName, rest, EVERY_MS);
  roomService
    .sendReliably(lkName, CAPTION_TOPIC, JSON.stringify(packet))
    .catch((error: unknown) => logger.info({ error }, "captions not sent"));
}

/** Sends at once what still waits. For tests. */
export function flushCaptions(): void {
  for (const [lkName, { timer }] of waiting) {
    clearTimeout(timer);
    send(lkName);
  }
}
