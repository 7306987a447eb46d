import { and, eq } from "drizzle-orm";
import { placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { tabInput } from "../schema";

/** Every 30 s from the tab that holds the lease. `holdsLease` false tells a tab that another one took over. */
export const heartbeat = defineCommand({
  name: "heartbeat",
  input: tabInput,
  permission: "room.enter",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async ({ tx, now }, { tab }, { me }) => {
    if (!me) return ok({ holdsLease: false });
    const held = await tx
      .update(placements)
      .set({ lastSeenAt: now })
      .where(and(eq(placements.admissionId, me.admission.id), eq(placements.leaseId, tab)))
      .returning({ id: placements.admissionId });
    return ok({ holdsLease: held.length > 0 });
  },
});
