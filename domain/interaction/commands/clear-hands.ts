import { and, eq, ne } from "drizzle-orm";
import { hands } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { ok } from "@/lib/result";
import { clearInput } from "../schema";

/** A host takes down one person's hand, or with null all of them. Who was speaking by it no longer may. */
export const clearHands = defineCommand({
  name: "clear-hands",
  input: clearInput,
  permission: "hand.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, admissionId }, { session }) => {
    if (!session) return ok({ lowered: 0 });
    const lowered = await tx
      .update(hands)
      .set({ state: "lowered", loweredAt: now })
      .where(
        and(
          eq(hands.liveSessionId, session.id),
          ne(hands.state, "lowered"),
          admissionId ? eq(hands.admissionId, admissionId) : undefined,
        ),
      )
      .returning({ admissionId: hands.admissionId });
    const admissionIds = lowered.map((hand) => hand.admissionId);
    if (lowered.length > 0) await emit({ kind: "hand.changed", payload: { eventId, admissionIds } });
    return ok({ lowered: lowered.length });
  },
});
