import { eq } from "drizzle-orm";
import { hands } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockHand } from "../internal/hand-rows";
import { handStateAt } from "../rules";
import { answerInput } from "../schema";

/**
 * The invited person's answer. Yes on a stage or in a forum gives microphone and camera while the hand stays up; at a
 * round table everybody has them. No lowers the hand. An invitation older than 60 s has run out.
 */
export const answerHand = defineCommand({
  name: "answer-hand",
  input: answerInput,
  permission: "hand.raise",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, accept }, { me, session }) => {
    const hand = me && session && (await lockHand(tx, session.id, me.admission.id));
    if (!hand || handStateAt(hand, now) !== "invited") return fail("conflict", "not_invited");
    await tx
      .update(hands)
      .set(accept ? { state: "speaking" } : { state: "lowered", loweredAt: now })
      .where(eq(hands.id, hand.id));
    await emit({ kind: "hand.changed", payload: { eventId, admissionIds: [hand.admissionId] } });
    return ok({ speaking: accept });
  },
});
