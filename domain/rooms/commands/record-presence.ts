import { and, inArray, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import { participations, placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { type Id, idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";

const seen = z.object({
  sid: z.string().min(1).max(60),
  admissionId: idOf("admission"),
  roomId: idOf("room"),
  joinedAt: z.date(),
});
const input = z.object({ eventId: idOf("event"), rooms: z.array(idOf("room")), seen: z.array(seen) });

/** Misses after which a stay counts as over, one per minute. */
const MISSES = 2;

/**
 * What LiveKit's own lists say, once a minute: opens stays whose webhook never came and closes those that were
 * missing twice, at the last sign of the person.
 */
export const recordPresence = defineCommand({
  name: "record-presence",
  input,
  permission: "room.record",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, { eventId, rooms, seen: connections }) => {
    const { tx, emit } = context;
    const opened =
      connections.length === 0
        ? []
        : await tx
            .insert(participations)
            .values(
              connections.map(({ sid, ...stay }) => ({
                ...stay,
                eventId,
                participantSid: sid,
                source: "reconcile" as const,
              })),
            )
            .onConflictDoNothing()
            .returning({ sid: participations.participantSid });
    const closed = await closeMissing(
      context,
      rooms,
      connections.map(({ sid }) => sid),
    );
    if (opened.length + closed > 0) await emit({ kind: "presence.changed", payload: { eventId } });
    return ok({ opened: opened.length, closed });
  },
});

async function closeMissing({ tx, now }: Context, rooms: Id<"room">[], sids: string[]): Promise<number> {
  if (rooms.length === 0) return 0;
  const open = and(inArray(participations.roomId, rooms), isNull(participations.leftAt));
  if (sids.length > 0) {
    await tx
      .update(participations)
      .set({ misses: 0 })
      .where(and(open, inArray(participations.participantSid, sids)));
  }
  const missing = sids.length > 0 ? notInArray(participations.participantSid, sids) : undefined;
  await tx
    .update(participations)
    .set({ misses: sql`${participations.misses} + 1` })
    .where(and(open, isNotNull(participations.joinedAt), missing));
  const lastSign = sql`(select ${placements.lastSeenAt} from ${placements} where ${placements.admissionId} = ${participations.admissionId})`;
  const closed = await tx
    .update(participations)
    .set({
      leftAt: sql`greatest(${participations.joinedAt}, least(${now.toISOString()}::timestamptz, coalesce(${lastSign}, ${now.toISOString()}::timestamptz)))`,
      source: "reconcile",
    })
    .where(and(open, sql`${participations.misses} >= ${MISSES}`))
    .returning({ sid: participations.participantSid });
  return closed.length;
}
