import { and, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { admissions } from "@/db/schema/rooms";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { grantedNow } from "../queries/roles";
import { roleNow } from "../rules";
import type { RoomRole } from "../schema";

/** The role somebody has in this event now: ids of other events look like missing ones. */
export const findRole = async (
  reader: Reader,
  event: EventScope,
  admissionId: Id<"admission">,
): Promise<RoomRole | undefined> => (await findHeld(reader, event, admissionId))?.role;

/** The same, and whether hosts gave it in the room. */
export async function findHeld(
  reader: Reader,
  event: EventScope,
  admissionId: Id<"admission">,
): Promise<{ role: RoomRole; roleGiven: boolean } | undefined> {
  const [found] = await reader
    .select()
    .from(admissions)
    .where(and(eq(admissions.id, admissionId), eq(admissions.eventId, event.eventId)));
  if (!found) return undefined;
  // Whom nothing lets in any more is as little protected as a participant.
  const granted = (await grantedNow(reader, event, [found])).get(found.id) ?? "participant";
  return { role: roleNow(found, granted), roleGiven: found.roleGiven };
}
