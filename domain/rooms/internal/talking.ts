import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { assignments, participations, placements } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import { isFresh } from "./presence";
import type { Round } from "./round-rooms";

type In = { round: Pick<Round, "id" | "startsAt">; roomId: Id<"room">; now: Date };

/**
 * Who is in a breakout with others now. A seat alone does not count: some never came, some went on elsewhere and some closed
 * their window, and those who are left may believe themselves alone. LiveKit's word goes before a browser's.
 */
export async function talkingIn(reader: Reader, { round, roomId, now }: In): Promise<Id<"admission">[]> {
  const seats = await reader
    .select({ id: assignments.admissionId, placement: placements })
    .from(assignments)
    .innerJoin(placements, eq(placements.admissionId, assignments.admissionId))
    .where(
      and(
        eq(assignments.roundId, round.id),
        eq(assignments.roomId, roomId),
        isNull(assignments.returnedAt),
        isNull(placements.visitingRoomId),
      ),
    );
  const fresh = seats.filter(({ placement }) => isFresh(placement, now));
  const stays = await staysOf(
    reader,
    fresh.map(({ id }) => id),
  );
  const came = Number(round.startsAt ?? now);
  return fresh
    .filter(({ id, placement }) => {
      const own = stays.get(id) ?? [];
      const open = own.findLast(({ leftAt }) => leftAt === null);
      if (open) return open.roomId === roomId;
      // No webhook yet, or none at all: then the browser's own word counts, until LiveKit saw it leave.
      return !own.some((stay) => stay.roomId === roomId) && arrivedAt(placement.arrivedEpoch) >= came;
    })
    .map(({ id }) => id);
}

const arrivedAt = (epoch: string | null) => Number(epoch?.split(":")[1] ?? 0);

async function staysOf(reader: Reader, ids: readonly Id<"admission">[]) {
  if (ids.length === 0) return new Map<Id<"admission">, never[]>();
  const found = await reader
    .select({
      id: participations.admissionId,
      roomId: participations.roomId,
      leftAt: participations.leftAt,
    })
    .from(participations)
    .where(and(inArray(participations.admissionId, [...ids]), isNotNull(participations.joinedAt)))
    .orderBy(asc(participations.joinedAt));
  return Map.groupBy(found, ({ id }) => id);
}
