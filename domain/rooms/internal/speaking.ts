import { eq, sql } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { speakingTimes } from "@/db/schema/rooms-speaking";
import type { Id } from "@/lib/ids";
import type { SpeakingRole } from "../rules";

type Spoken = { sessionId: Id<"liveSession">; role: SpeakingRole; milliseconds: number };

/** Adds to the time of a role: many heartbeats at once add up, because the row itself is added to. */
export async function addSpeaking(tx: Transaction, { sessionId, role, milliseconds }: Spoken): Promise<void> {
  if (milliseconds <= 0) return;
  await tx
    .insert(speakingTimes)
    .values({ liveSessionId: sessionId, role, milliseconds })
    .onConflictDoUpdate({
      target: [speakingTimes.liveSessionId, speakingTimes.role],
      set: { milliseconds: sql`${speakingTimes.milliseconds} + excluded.milliseconds` },
    });
}

/** How long each role has spoken so far, in seconds; a role nobody has spoken in is missing. */
export async function speakingOf(reader: Reader, sessionId: Id<"liveSession">) {
  const found = await reader
    .select({ role: speakingTimes.role, milliseconds: speakingTimes.milliseconds })
    .from(speakingTimes)
    .where(eq(speakingTimes.liveSessionId, sessionId));
  return found.map(({ role, milliseconds }) => ({ role, seconds: Math.round(milliseconds / 1000) }));
}
