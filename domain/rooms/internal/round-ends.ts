import { and, eq, gt, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rooms, rounds } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import type { Round } from "./round-rooms";

type Ground = { tx: Transaction; now: Date };
type More = { round: Round & { endsAt: Date }; seconds: number };

const moved = (end: Date, seconds: number, now: Date) =>
  new Date(Math.max(now.getTime(), end.getTime() + seconds * 1000));

/** Moves the end of all rooms of a round; those of the agenda keep the ends of their items. */
export async function moveEnd({ tx, now }: Ground, { round, seconds }: More): Promise<Date> {
  const endsAt = moved(round.endsAt, seconds, now);
  await tx.update(rounds).set({ endsAt }).where(eq(rounds.id, round.id));
  const own = and(eq(rooms.roundId, round.id), isNull(rooms.sessionId), gt(rooms.closesAt, now));
  for (const { id, closesAt } of await tx.select().from(rooms).where(own)) {
    if (!closesAt) continue;
    await tx
      .update(rooms)
      .set({ closesAt: moved(closesAt, seconds, now) })
      .where(eq(rooms.id, id));
  }
  return endsAt;
}

/**
 * Moves the end of one room. A round lasts until its last room ends, and the others of it end when they would have. Null
 * when there is no such room, or it is over.
 */
export async function moveEndOfRoom(
  { tx, now }: Ground,
  { round, seconds, roomId }: More & { roomId: Id<"room"> },
): Promise<Date | null> {
  const open = await tx
    .select()
    .from(rooms)
    .where(and(eq(rooms.roundId, round.id), isNull(rooms.closedAt)));
  const room = open.find(({ id }) => id === roomId);
  const before = room?.closesAt ?? round.endsAt;
  if (!room || before <= now) return null;
  const closesAt = moved(before, seconds, now);
  const others = and(eq(rooms.roundId, round.id), ne(rooms.id, roomId), isNull(rooms.closesAt));
  await tx.update(rooms).set({ closesAt: round.endsAt }).where(others);
  await tx.update(rooms).set({ closesAt }).where(eq(rooms.id, roomId));
  const ends = open.map((one) => (one.id === roomId ? closesAt : (one.closesAt ?? round.endsAt)).getTime());
  const endsAt = new Date(Math.max(...ends));
  await tx.update(rounds).set({ endsAt }).where(eq(rounds.id, round.id));
  return closesAt;
}
