import { hands } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { loadStanding } from "../internal/load";
import { eventInput } from "../schema";

/** Raises one hand, once: a second press, in this tab or another, changes nothing and keeps the place in the queue. */
export const raiseHand = defineCommand({
  name: "raise-hand",
  input: eventInput,
  permission: "hand.raise",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId }, { me, session, rights }) => {
    if (!me || !session) return fail("conflict", "not_joined");
    if (!rights?.raiseHand) return fail("conflict", session.frozen ? "frozen" : "not_in_room");
    const raised = await tx
      .insert(hands)
      .values({ liveSessionId: session.id, admissionId: me.admission.id, state: "raised", raisedAt: now })
      .onConflictDoNothing()
      .returning({ id: hands.id });
    if (raised.length > 0) await emit({ kind: "hand.changed", payload: { eventId } });
    return ok({ raised: true });
  },
});
