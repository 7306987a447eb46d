import "server-only";
import { and, eq, gt, isNotNull, isNull, ne, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { sessionSpeakers, speakers } from "@/db/schema/programme";
import { admissions, liveSessions, placements, rooms, rounds } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";

type Which = { sessionId: Id<"liveSession">; only?: Id<"admission">; now: Date };

/**
 * Who speaks in which agenda item's own room, where the product knows the person behind the name; the first item first.
 * Behind a locked door only whoever has come in: the others wait outside, whatever they speak about.
 */
export const speakersOfRooms = (reader: Reader, { sessionId, only, now }: Which) =>
  reader
    .select({ roundId: rounds.id, admissionId: admissions.id, roomId: rooms.id })
    .from(rooms)
    .innerJoin(rounds, eq(rounds.id, rooms.roundId))
    .innerJoin(liveSessions, eq(liveSessions.id, rooms.liveSessionId))
    .innerJoin(sessionSpeakers, eq(sessionSpeakers.sessionId, rooms.sessionId))
    .innerJoin(speakers, eq(speakers.id, sessionSpeakers.speakerId))
    .innerJoin(
      admissions,
      and(eq(admissions.personId, speakers.personId), eq(admissions.eventId, speakers.eventId)),
    )
    .leftJoin(placements, eq(placements.admissionId, admissions.id))
    .where(
      and(
        eq(rooms.liveSessionId, sessionId),
        isNull(rooms.closedAt),
        eq(rounds.rule, "own_choice"),
        isNull(rounds.cancelledAt),
        gt(rounds.endsAt, now),
        isNotNull(speakers.personId),
        ne(admissions.role, "unproven"),
        or(eq(liveSessions.locked, false), isNotNull(placements.leaseId)),
        only && eq(admissions.id, only),
      ),
    )
    .orderBy(sessionSpeakers.startsAt, rooms.id);
