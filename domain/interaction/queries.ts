import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { hands } from "@/db/schema/interaction";
import { admissions } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { isProven } from "@/domain/rooms/queries";
import { isUp } from "@/domain/rooms/queries/hands";
import { standingOf } from "@/domain/rooms/queries/standing";
import { keptOut } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { handStateAt } from "./rules";

/** `GET hands`: raised hands in the order of the server's time; claims see none. */
export async function listHands(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const { session, myRooms } = standing;
  if (!session || !(isProven(standing) || can(actor, "hand.manage", standing))) return ok({ hands: [] });
  const found = await db()
    .select({ hand: hands, name: admissions.displayName })
    .from(hands)
    .innerJoin(admissions, eq(admissions.id, hands.admissionId))
    .where(and(eq(hands.liveSessionId, session.id), isUp))
    .orderBy(asc(hands.raisedAt), asc(hands.id));
  // A hand that is up in the room of an agenda item is for those who are there, and for hosts.
  const isSeen = (roomId: string | null) =>
    roomId === null || myRooms.has(roomId) || can(actor, "hand.manage", standing);
  return ok({
    hands: found
      .filter(({ hand }) => isSeen(hand.roomId))
      .map(({ hand, name }) => ({
        id: hand.id,
        admissionId: hand.admissionId,
        name,
        state: handStateAt(hand, now),
        raisedAt: hand.raisedAt.toISOString(),
      })),
  });
}
