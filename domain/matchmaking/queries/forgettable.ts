import "server-only";
import { asc, eq, lt } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { meetingRequests, meetings } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { keptSince } from "@/lib/privacy/retention";

type Batch = { now: Date; limit: number };

/** Talks of events that are over for long enough, the oldest first. */
export const oldMeetings = (reader: Reader, { now, limit }: Batch) =>
  reader
    .select({ id: meetings.id })
    .from(meetings)
    .innerJoin(events, eq(events.id, meetings.eventId))
    .where(lt(events.endsAt, keptSince("talks", now)))
    .orderBy(asc(events.endsAt))
    .limit(limit);

/** The same of requests, whatever became of them. */
export const oldRequests = (reader: Reader, { now, limit }: Batch) =>
  reader
    .select({ id: meetingRequests.id })
    .from(meetingRequests)
    .innerJoin(events, eq(events.id, meetingRequests.eventId))
    .where(lt(events.endsAt, keptSince("talks", now)))
    .orderBy(asc(events.endsAt))
    .limit(limit);
