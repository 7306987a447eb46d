import "server-only";
import { asc, eq, lt } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { chatMessages } from "@/db/schema/interaction";
import { events } from "@/db/schema/programme";
import { keptSince } from "@/lib/privacy/retention";

/** What was said at events that are over for thirty days. */
export const oldMessages = (reader: Reader, { now, limit }: { now: Date; limit: number }) =>
  reader
    .select({ id: chatMessages.id })
    .from(chatMessages)
    .innerJoin(events, eq(events.id, chatMessages.eventId))
    .where(lt(events.endsAt, keptSince("chat", now)))
    .orderBy(asc(events.endsAt))
    .limit(limit);
