import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { hands } from "@/db/schema/interaction";
import type { Id } from "@/lib/ids";

export type Hand = typeof hands.$inferSelect;

/** The hand this person has up, locked; undefined when none is. */
export async function lockHand(
  tx: Transaction,
  sessionId: Id<"liveSession">,
  admissionId: Id<"admission">,
): Promise<Hand | undefined> {
  const [hand] = await tx
    .select()
    .from(hands)
    .where(
      and(eq(hands.liveSessionId, sessionId), eq(hands.admissionId, admissionId), ne(hands.state, "lowered")),
    )
    .for("update");
  return hand;
}
