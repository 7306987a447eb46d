import type { Context } from "@/domain/kernel/context";
import { inTurn } from "@/domain/kernel/turns";
import { loadStanding } from "@/domain/rooms/queries/standing";
import type { Id } from "@/lib/ids";

type Ground = Omit<Context, "emit">;

/** `load` of a command about an event's room, with one person's writes taking turns, so that what is counted about them is right. */
export async function loadInTurn(ground: Ground, input: { eventId: Id<"event"> }) {
  const standing = await loadStanding(ground, input);
  const key = standing?.me?.admission.id;
  if (key) await inTurn(ground.tx, "room-writes", key);
  return standing;
}
