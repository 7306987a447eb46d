import { and, eq } from "drizzle-orm";
import { placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { endAside } from "../internal/end-aside";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { tabInput } from "../schema";

/** Gives the lease back. From a tab that does not hold it, nothing happens: closing a held tab moves nobody. */
export const leaveRoom = defineCommand({
  name: "leave-room",
  input: tabInput,
  permission: "room.enter",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, { eventId, tab }, { me }) => {
    if (!me) return ok({ left: false });
    const { tx, now, emit } = context;
    const left = await tx
      .update(placements)
      .set({ leaseId: null, lastSeenAt: now })
      .where(and(eq(placements.admissionId, me.admission.id), eq(placements.leaseId, tab)))
      .returning({ id: placements.admissionId });
    if (left.length > 0) await endAside(context, me.admission.id);
    if (left.length > 0) await emit({ kind: "presence.changed", payload: { eventId } });
    return ok({ left: left.length > 0 });
  },
});
