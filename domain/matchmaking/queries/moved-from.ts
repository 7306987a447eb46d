import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { talkChanges } from "@/db/schema/matchmaking-talks";
import type { Id } from "@/lib/ids";

/** When a talk was to be before it was moved last; undefined for one that never was. For jobs, which act as the system. */
export async function movedFrom(meetingId: Id<"meeting">, reader: Reader = db()): Promise<Date | undefined> {
  const [change] = await reader
    .select({ startsAt: talkChanges.fromStartsAt })
    .from(talkChanges)
    .where(and(eq(talkChanges.meetingId, meetingId), eq(talkChanges.kind, "moved")))
    .orderBy(desc(talkChanges.sequence))
    .limit(1);
  return change?.startsAt;
}
