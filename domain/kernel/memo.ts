import "server-only";
import { eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { channels } from "@/db/schema/kernel";

const KEPT = 500;
const kept = new Map<string, Promise<unknown>>();

/**
 * A read that is the same for everybody in an event, done once per process and revision: hundreds of browsers ask
 * within half a second of one signal. The revision is read first, so a kept answer is never older than it.
 */
export async function perRevision<Value>(
  reader: Reader,
  { channel, key, seconds, now }: { channel: string; key: string; seconds: number; now: Date },
  read: () => Promise<Value>,
): Promise<Value> {
  const [row] = await reader
    .select({ seq: channels.seq })
    .from(channels)
    .where(eq(channels.channel, channel));
  // Some of it changes with time alone, such as who has not been heard of: no answer lives longer than `seconds`.
  return keep(`${key} ${channel} ${row?.seq ?? 0} ${periodOf(now, seconds)}`, read);
}

const periodOf = (now: Date, seconds: number) => Math.floor(now.getTime() / (seconds * 1000));

/** A read whose answer may be some seconds old, such as a count; done once per process in that time. */
export const perPeriod = <Value>(
  { key, seconds, now }: { key: string; seconds: number; now: Date },
  read: () => Promise<Value>,
): Promise<Value> => keep(`${key} ${periodOf(now, seconds)}`, read);

function keep<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
  const known = kept.get(name);
  // Stored under a name that only this function and this key use, so it has the type of the same `read`.
  if (known) return known as Promise<Value>;
  const value = read();
  if (kept.size >= KEPT) kept.clear();
  kept.set(name, value);
  value.catch(() => kept.delete(name));
  return value;
}
