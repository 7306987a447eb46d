import { eq } from "drizzle-orm";
import { hands } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { ok } from "@/lib/result";
import { lockHand } from "../internal/hand-rows";
import { eventInput } from "../schema";

/** Takes one's own hand down; on a stage or in a forum this also ends the right to speak. */
export const lowerHand = defineCommand({
  name: "lower-hand",
  input: eventInput,
  permission: "hand.raise",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId }, { me, session }) => {
    const hand = me && session && (await lockHand(tx, session.id, me.admission.id));
    if (!hand) return ok({ lowered: false });
    await tx.update(hands).set({ state: "lowered", loweredAt: now }).where(eq(hands.id, hand.id));
    await emit({ kind: "hand.changed", payload: { eventId, admissionIds: [hand.admissionId] } });
    return ok({ lowered: true });
  },
});
