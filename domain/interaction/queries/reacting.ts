import "server-only";
import { db } from "@/db/client";
import { type Actor, can } from "@/domain/policy";
import { standingOf } from "@/domain/rooms/queries/standing";
import { keptOut } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";

/**
 * The room that somebody may react in now, by its name at LiveKit. Who may not write there may not react either. Nothing is
 * written down: a reaction is gone in three seconds.
 */
export async function roomToReactIn(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "chat.post", standing)) return keptOut(standing);
  const { me, place, rights, session } = standing;
  if (!me) return fail("conflict", "not_joined");
  if (place?.state !== "room") return fail("conflict", "not_in_room");
  if (!rights?.chat) return fail("conflict", session?.frozen ? "frozen" : "not_in_room");
  return ok({ lkName: place.room.lkName });
}
