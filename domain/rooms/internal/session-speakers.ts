import { and, eq, gt, isNotNull, isNull, ne, type SQL } from "drizzle-orm";
import { sessionSpeakers, speakers } from "@/db/schema/programme";
import { admissions, assignments, rooms, rounds } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";

type Which = { sessionId: Id<"liveSession">; only?: Id<"admission"> };

/**
 * Puts those who speak in an agenda item into its room, where the product knows the person behind the name; whoever has
 * chosen already stays with that. Gives back who was put.
 */
export async function seatSpeakers(
  { tx, now }: Context,
  { sessionId, only }: Which,
): Promise<Id<"admission">[]> {
  const which: (SQL | undefined)[] = [
    eq(rooms.liveSessionId, sessionId),
    isNull(rooms.closedAt),
    eq(rounds.rule, "own_choice"),
    isNull(rounds.cancelledAt),
    gt(rounds.endsAt, now),
    isNotNull(speakers.personId),
    ne(admissions.role, "unproven"),
    only && eq(admissions.id, only),
  ];
  const found = await tx
    .select({ roundId: rounds.id, admissionId: admissions.id, roomId: rooms.id })
    .from(rooms)
    .innerJoin(rounds, eq(rounds.id, rooms.roundId))
    .innerJoin(sessionSpeakers, eq(sessionSpeakers.sessionId, rooms.sessionId))
    .innerJoin(speakers, eq(speakers.id, sessionSpeakers.speakerId))
    .innerJoin(
      admissions,
      and(eq(admissions.personId, speakers.personId), eq(admissions.eventId, speakers.eventId)),
    )
    .where(and(...which))
    .orderBy(sessionSpeakers.startsAt, rooms.id);
  if (found.length === 0) return [];
  const seated = await tx
    .insert(assignments)
    .values(found)
    .onConflictDoNothing()
    .returning({ id: assignments.admissionId });
  return seated.map(({ id }) => id);
}
