import { eq } from "drizzle-orm";
import { placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { arrivedInput } from "../schema";

/** The browser is connected where `epoch` sent it. An older epoch than the stored one changes nothing. */
export const markArrived = defineCommand({
  name: "mark-arrived",
  input: arrivedInput,
  permission: "room.enter",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async ({ tx, now, emit }, { eventId, tab, epoch: [revision, since] }, { me }) => {
    if (!me || me.placement?.leaseId !== tab) return fail("conflict", "other_tab");
    const [row] = await tx
      .select({ revision: placements.revision })
      .from(placements)
      .where(eq(placements.admissionId, me.admission.id))
      .for("update");
    // A browser cannot have arrived at rows that do not exist yet, nor in the future.
    if (!row || revision > row.revision || since > now.getTime() + 60_000) return fail("invalid", "epoch");
    const [oldRevision, oldSince] = me.rows.arrived ?? [0, 0];
    if (revision < oldRevision || (revision === oldRevision && since < oldSince))
      return ok({ arrived: false });
    await tx
      .update(placements)
      .set({ arrivedEpoch: `${revision}:${since}`, lastSeenAt: now })
      .where(eq(placements.admissionId, me.admission.id));
    await emit({ kind: "presence.changed", payload: { eventId } });
    return ok({ arrived: true });
  },
});
