import { assignments } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";

type Seat = { roundId: Id<"round">; admissionId: Id<"admission">; roomId: Id<"room"> };

/** Gives the person this room of the round instead of any other: the key of the table lets there be only one. */
export async function seatInRoom({ tx }: Pick<Context, "tx">, seat: Seat): Promise<void> {
  const set = {
    roomId: seat.roomId,
    returnedAt: null,
    helpAskedAt: null,
    helpOnTheWayAt: null,
  };
  await tx
    .insert(assignments)
    .values(seat)
    .onConflictDoUpdate({ target: [assignments.roundId, assignments.admissionId], set });
}
