import { and, desc, eq, gt } from "drizzle-orm";
import { hands } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockHand } from "../internal/hand-rows";
import { loadInTurn } from "../internal/load";
import { UNDO_HAND_MS } from "../rules";
import { eventInput } from "../schema";

/**
 * Puts one's own hand back that was lowered a moment ago, into the place it had. One that was raised anew since stays as it
 * is, and so does one that somebody had been asked to speak by.
 */
export const restoreHand = defineCommand({
  name: "restore-hand",
  input: eventInput,
  permission: "hand.raise",
  load: loadInTurn,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId }, { me, session, rights }) => {
    if (!me || !session) return fail("conflict", "not_joined");
    if (!rights?.raiseHand) return fail("conflict", session.frozen ? "frozen" : "not_in_room");
    const admissionId = me.admission.id;
    if (await lockHand(tx, session.id, admissionId)) return ok({ restored: false });
    const [last] = await tx
      .select()
      .from(hands)
      .where(
        and(
          eq(hands.liveSessionId, session.id),
          eq(hands.admissionId, admissionId),
          eq(hands.state, "lowered"),
          gt(hands.loweredAt, new Date(now.getTime() - UNDO_HAND_MS)),
        ),
      )
      .orderBy(desc(hands.loweredAt), desc(hands.raisedAt))
      .limit(1);
    if (!last) return fail("conflict", "too_late");
    await tx
      .update(hands)
      .set({ state: "raised", loweredAt: null, invitedAt: null })
      .where(eq(hands.id, last.id));
    await emit({ kind: "hand.changed", payload: { eventId, admissionIds: [admissionId] } });
    return ok({ restored: true });
  },
});
