import "server-only";
import { and, asc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { attendanceRecords, attendanceTotals } from "@/db/schema/attendance";
import { events } from "@/db/schema/programme";
import { admissions, liveSessions, participations, rooms, rounds } from "@/db/schema/rooms";
import { isKeptNoLonger } from "@/domain/programme/queries/forgettable";

type Batch = { now: Date; limit: number };

const isOver = (now: Date) => isKeptNoLonger("presence", now);

/** Minutes come from stays: nobody's go before they are summed up. */
const isSummedUp = sql`not exists (select 1 from ${attendanceRecords} where ${attendanceRecords.eventId} = ${events.id})
  and (exists (select 1 from ${attendanceTotals} where ${attendanceTotals.eventId} = ${events.id})
    or not exists (select 1 from ${participations} where ${participations.eventId} = ${events.id}))`;

/** Who was admitted to events that are over for long enough, the oldest first. */
export const oldAdmissions = (reader: Reader, { now, limit }: Batch) =>
  reader
    .select({ id: admissions.id })
    .from(admissions)
    .innerJoin(events, eq(events.id, admissions.eventId))
    .where(and(isOver(now), isSummedUp))
    .orderBy(asc(events.endsAt))
    .limit(limit);

/** Rooms of such events that are still named: after the two who talked there, or as a host liked. */
export const oldLabels = (reader: Reader, { now, limit }: Batch) =>
  reader
    .select({ id: rooms.id })
    .from(rooms)
    .innerJoin(liveSessions, eq(liveSessions.id, rooms.liveSessionId))
    .innerJoin(events, eq(events.id, liveSessions.eventId))
    .where(and(isOver(now), inArray(rooms.kind, ["breakout", "talk"]), ne(rooms.label, "")))
    .limit(limit);

/** Rounds of such events that still say what a host wrote to everybody in them. */
export const oldNotes = (reader: Reader, { now, limit }: Batch) =>
  reader
    .select({ id: rounds.id })
    .from(rounds)
    .innerJoin(liveSessions, eq(liveSessions.id, rounds.liveSessionId))
    .innerJoin(events, eq(events.id, liveSessions.eventId))
    .where(and(isOver(now), isNotNull(rounds.message)))
    .limit(limit);
