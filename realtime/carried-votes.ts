import "server-only";
import { db } from "@/db/client";
import { openVotes } from "@/domain/interaction/queries/question-rows";
import { idOf } from "@/lib/ids";
import { logger } from "@/lib/logger";
import type { Signal } from "./protocol";

/** The event whose questions are voted for on this channel: the event's own, or that of its hall. */
const eventOf = (channel: string) => idOf("event").safeParse(channel.replace(/^hall:/, "")).data;

/**
 * Puts the numbers into signals of votes: counted once for all streams of a process, where otherwise each of a thousand
 * browsers would ask. Counted when the signal is sent, so never older than it. Without them a browser asks by itself.
 */
export async function withVotes(channel: string, signals: Signal[]): Promise<Signal[]> {
  const eventId = signals.some(({ topic }) => topic === "votes") ? eventOf(channel) : undefined;
  if (!eventId) return signals;
  try {
    const votes = await openVotes(db(), eventId);
    return signals.map((one) => (one.topic === "votes" ? { ...one, votes } : one));
  } catch (error) {
    logger.warn({ error }, "votes not counted for their signal");
    return signals;
  }
}
