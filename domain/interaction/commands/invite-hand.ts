import { eq } from "drizzle-orm";
import { hands } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockHand } from "../internal/hand-rows";
import { handStateAt, mayBecome } from "../rules";
import { inviteInput } from "../schema";

/** Asks a person with a raised hand to speak. Devices are asked for at the person's own click, not here. */
export const inviteHand = defineCommand({
  name: "invite-hand",
  input: inviteInput,
  permission: "hand.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, admissionId }, { session }) => {
    const hand = session && (await lockHand(tx, session.id, admissionId));
    if (!hand) return fail("conflict", "no_hand");
    const state = handStateAt(hand, now);
    if (!mayBecome(state, "invited")) return fail("conflict", "wrong_state", { details: { state } });
    await tx.update(hands).set({ state: "invited", invitedAt: now }).where(eq(hands.id, hand.id));
    await emit({ kind: "hand.changed", payload: { eventId, admissionIds: [admissionId] } });
    return ok({ admissionId });
  },
});
