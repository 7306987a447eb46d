import { and, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { admissions } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import type { Admission } from "./admissions";

/** The admission, if it is of this event: ids of other events look like missing ones. */
export async function findOfEvent(
  reader: Reader,
  eventId: Id<"event">,
  admissionId: Id<"admission">,
): Promise<Admission | undefined> {
  const [found] = await reader
    .select()
    .from(admissions)
    .where(and(eq(admissions.id, admissionId), eq(admissions.eventId, eventId)));
  return found;
}
