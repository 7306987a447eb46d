import { and, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { rooms, sanctions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { newLiveKitName } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { RETURNS_UNTIL_NEW_NAME } from "../rules/run";

const input = z.object({
  eventId: idOf("event"),
  roomId: idOf("room"),
  /** Banned people who were found in the room, with the moment their connection began. */
  found: z.array(z.object({ admissionId: idOf("admission"), joinedAt: z.date() })).min(1),
});

/**
 * Somebody who is banned came back by a token of before. LiveKit renews tokens itself, so each way back lasts ten minutes
 * longer: from the third return on the room gets a name that no old token knows, and whoever belongs there moves along.
 */
export const noteReturns = defineCommand({
  name: "note-returns",
  input,
  permission: "room.record",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now }, { eventId, roomId, found }) => {
    let isMost = false;
    // One order of locks for all who find the same people.
    for (const { admissionId, joinedAt } of found.toSorted((a, b) =>
      a.admissionId < b.admissionId ? -1 : 1,
    )) {
      const [ban] = await tx
        .update(sanctions)
        .set({ returns: sql`${sanctions.returns} + 1` })
        .where(
          and(
            eq(sanctions.eventId, eventId),
            eq(sanctions.admissionId, admissionId),
            eq(sanctions.kind, "ban"),
            isNull(sanctions.liftedAt),
            or(isNull(sanctions.until), gt(sanctions.until, now)),
            // Who was inside when the ban came has not come back.
            lt(sanctions.createdAt, joinedAt),
          ),
        )
        .returning({ returns: sanctions.returns });
      isMost ||= (ban?.returns ?? 0) >= RETURNS_UNTIL_NEW_NAME;
    }
    if (!isMost) return ok({ lkName: null });
    const ids = found.map(({ admissionId }) => admissionId);
    await tx
      .update(sanctions)
      .set({ returns: 0 })
      .where(and(eq(sanctions.eventId, eventId), inArray(sanctions.admissionId, ids)));
    const lkName = newLiveKitName();
    const renamed = await tx
      .update(rooms)
      .set({ lkName })
      .where(and(eq(rooms.id, roomId), isNull(rooms.closedAt)))
      .returning({ id: rooms.id });
    return ok({ lkName: renamed.length > 0 ? lkName : null });
  },
});
