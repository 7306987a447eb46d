import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { admissions, placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { placeLateArrival } from "../internal/late-arrival";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { admitInput } from "../schema/run";

/** Lets in one person who waits in the lobby, or all of them; who is in already stays as they are. */
export const admit = defineCommand({
  name: "admit",
  input: admitInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, admissionId }, { event, rooms }) => {
    const { tx, now, emit } = context;
    const session = await ensureSession(tx, event);
    const waiting = and(
      eq(placements.eventId, eventId),
      isNull(placements.admittedAt),
      isNotNull(placements.leaseId),
      admissionId ? eq(placements.admissionId, admissionId) : undefined,
    );
    const entering = await tx
      .update(placements)
      .set({ admittedAt: now })
      .where(waiting)
      .returning({ id: placements.admissionId });
    const ids = entering.map(({ id }) => id);
    if (ids.length === 0) return ok({ admitted: 0 });
    await movePeople(context, eventId, ids);
    const people = await tx.select().from(admissions).where(inArray(admissions.id, ids));
    for (const admission of people) await placeLateArrival(context, { session, admission, rooms });
    await emit({ kind: "stage.changed", payload: { eventId } });
    return ok({ admitted: ids.length });
  },
});
