import "server-only";
import { and, asc, eq, gt, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkNudges, talkPresences } from "@/db/schema/matchmaking-talks";
import { rounds } from "@/db/schema/rooms";
import { TALK_OPENS_BEFORE_MS } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { missingIn, NO_SHOW_OPEN_MS, NUDGE_MS, PRESENCE_CLOSES_MS } from "../internal/talk-state";
import { talkRecords } from "./talk-records";

const MOST = 200;
const before = (now: Date, ms: number) => new Date(now.getTime() - ms);

/** Whoever has not come by then is not sent for any more. */
const NUDGES_UNTIL_MS = 600_000;

/**
 * Talks that began two minutes ago, in which somebody waits for somebody who never came and was not told yet. Most talks
 * are none of these, and are only read. For jobs.
 */
export async function talksToNudge(now: Date, reader: Reader = db()): Promise<Id<"meeting">[]> {
  const told = sql`exists (select 1 from ${talkNudges}
    where ${talkNudges.meetingId} = ${meetings.id} and ${talkNudges.startsAt} = ${meetings.startsAt})`;
  const rows = await reader
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        eq(meetings.status, "accepted"),
        ne(meetings.place, "table"),
        lte(meetings.startsAt, before(now, NUDGE_MS)),
        gt(meetings.startsAt, before(now, NUDGES_UNTIL_MS)),
        gt(meetings.endsAt, now),
        sql`not ${told}`,
      ),
    )
    .orderBy(asc(meetings.startsAt));
  const records = await talkRecords({ meetingIds: rows.map(({ id }) => id) }, now, reader);
  return records
    .filter(({ sides }) => sides.some(({ isThere }) => isThere) && missingIn({ sides }).length > 0)
    .map(({ meetingId }) => meetingId);
}

/**
 * Talks that are over, of which nobody has written down yet who came; of those that were called off only what somebody
 * could have missed. The longest over first. For jobs.
 */
export async function talksToClose(now: Date, reader: Reader = db()): Promise<Id<"meeting">[]> {
  const openFor = sql`${rounds.cancelledAt} - ${meetings.startsAt}`;
  const missable = sql`${openFor} >= make_interval(secs => ${(NO_SHOW_OPEN_MS - TALK_OPENS_BEFORE_MS) / 1000})`;
  const rows = await reader
    .select({ id: meetings.id })
    .from(meetings)
    .leftJoin(rounds, eq(rounds.id, meetings.roundId))
    .leftJoin(talkPresences, eq(talkPresences.meetingId, meetings.id))
    .where(
      and(
        isNull(talkPresences.meetingId),
        lt(meetings.endsAt, before(now, PRESENCE_CLOSES_MS)),
        or(eq(meetings.status, "accepted"), missable),
        // Whoever was erased leaves a talk without people, of which there is nothing to say.
        sql`exists (select 1 from ${meetingPeople} where ${meetingPeople.meetingId} = ${meetings.id})`,
      ),
    )
    .orderBy(asc(meetings.endsAt))
    .limit(MOST);
  return rows.map(({ id }) => id);
}
