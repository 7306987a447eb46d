import { and, eq } from "drizzle-orm";
import { placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { addSpeaking } from "../internal/speaking";
import { loadStanding } from "../queries/standing";
import { isHost, knowsRoom, speakingRoleOf } from "../rules";
import { isHostless, spokenMs } from "../rules/run";
import { heartbeatInput } from "../schema/run";

/** Every 30 s from the tab that holds the lease. `holdsLease` false tells a tab that another one took over. */
export const heartbeat = defineCommand({
  name: "heartbeat",
  input: heartbeatInput,
  permission: "room.enter",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async ({ tx, now, emit }, { eventId, tab, spoke, line }, { me, session }) => {
    if (!me) return ok({ holdsLease: false });
    const lastAt = me.placement?.lastSeenAt ?? null;
    const held = await tx
      .update(placements)
      .set({ lastSeenAt: now, line })
      .where(and(eq(placements.admissionId, me.admission.id), eq(placements.leaseId, tab)))
      .returning({ id: placements.admissionId });
    // A host whose machine slept is back: everybody read meanwhile that nobody is there.
    if (held.length > 0 && isHost(me.rows.role) && isHostless(lastAt, now))
      await emit({ kind: "stage.changed", payload: { eventId } });
    if (held.length > 0 && session?.countsSpeaking && spoke > 0) {
      const milliseconds = spokenMs(spoke, lastAt && now.getTime() - lastAt.getTime());
      await addSpeaking(tx, { sessionId: session.id, role: speakingRoleOf(me.rows.role), milliseconds });
    }
    return ok({ holdsLease: held.length > 0 });
  },
});
