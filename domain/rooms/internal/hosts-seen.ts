import { and, eq, inArray, max } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { admissions, placements } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import { hostRoles } from "../rules";

/** The last sign of any host's or co-host's page; null where none has come yet. */
export async function hostsSeenAt(reader: Reader, eventId: Id<"event">): Promise<Date | null> {
  const [row] = await reader
    .select({ at: max(placements.lastSeenAt) })
    .from(placements)
    .innerJoin(admissions, eq(admissions.id, placements.admissionId))
    .where(and(eq(placements.eventId, eventId), inArray(admissions.role, [...hostRoles])));
  return row?.at ?? null;
}
