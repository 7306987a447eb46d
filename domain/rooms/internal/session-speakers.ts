import { assignments } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { speakersOfRooms } from "../queries/session-speakers";

type Which = { sessionId: Id<"liveSession">; only?: Id<"admission"> };

/**
 * Puts those who speak in an agenda item into its room, where the product knows the person behind the name; whoever has
 * chosen already stays with that. Gives back who was put.
 */
export async function seatSpeakers({ tx, now }: Context, which: Which): Promise<Id<"admission">[]> {
  const found = await speakersOfRooms(tx, { ...which, now });
  if (found.length === 0) return [];
  const seated = await tx
    .insert(assignments)
    .values(found)
    .onConflictDoNothing()
    .returning({ id: assignments.admissionId });
  return seated.map(({ id }) => id);
}
