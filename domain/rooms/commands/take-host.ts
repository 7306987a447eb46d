import { eq } from "drizzle-orm";
import { admissions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { hostsSeenAt } from "../internal/hosts-seen";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom, mayTakeOver } from "../rules";
import { isHostless } from "../rules/run";
import { eventInput } from "../schema";

/**
 * A speaker takes over once no host has been heard of for a minute and a half. The session's row is held meanwhile: of two who click at
 * once, the second finds that the first is host. The hosts keep their own role, on whatever device they come back.
 */
export const takeHost = defineCommand({
  name: "take-host",
  input: eventInput,
  permission: "room.takeOver",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId }, { me, event }) => {
    const { tx, now, emit } = context;
    const session = await ensureSession(tx, event);
    if (!me || !mayTakeOver(me.rows.role)) return fail("forbidden", "not_speaker");
    if (!session.openedAt || session.endedAt) return fail("conflict", "not_live");
    const seenAt = await hostsSeenAt(tx, eventId);
    if (!isHostless(seenAt, now)) return fail("conflict", "host_here");
    const admissionId = me.admission.id;
    await tx
      .update(admissions)
      .set({ role: "cohost", roleGiven: true, roleSince: now })
      .where(eq(admissions.id, admissionId));
    await movePeople(context, eventId, [admissionId]);
    await emit({ kind: "participant.changed", payload: { eventId, admissionId } });
    await emit({ kind: "stage.changed", payload: { eventId } });
    return ok({ admissionId });
  },
});
