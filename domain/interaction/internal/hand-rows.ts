import { and, eq, ne, not, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { hands } from "@/db/schema/interaction";
import type { Context } from "@/domain/kernel/context";
import { isUp } from "@/domain/rooms/queries/hands";
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
    .where(and(eq(hands.liveSessionId, sessionId), eq(hands.admissionId, admissionId), isUp))
    .for("update");
  return hand;
}

type Raising = Pick<Hand, "liveSessionId" | "admissionId" | "roomId">;

/** Writes down that a hand has ended which nobody lowered, or stayed up in a room left since, so that a new one can be raised. */
export const lowerEnded = (
  { tx, now }: Pick<Context, "tx" | "now">,
  { liveSessionId, admissionId, roomId }: Raising,
) =>
  tx
    .update(hands)
    .set({ state: "lowered", loweredAt: now })
    .where(
      and(
        eq(hands.liveSessionId, liveSessionId),
        eq(hands.admissionId, admissionId),
        ne(hands.state, "lowered"),
        or(not(isUp), sql`${hands.roomId} is distinct from ${roomId}`),
      ),
    );
