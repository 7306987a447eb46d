import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import type { Known, ReadRow } from "./import-plan";

/** Those of a file whose address is on the list of the event already, by address. */
export async function knownPeople(
  reader: Reader,
  eventId: Id<"event">,
  read: readonly ReadRow[],
): Promise<Map<string, Known>> {
  const emails = [...new Set(read.flatMap((row) => ("person" in row ? [row.email] : [])))];
  if (emails.length === 0) return new Map();
  const { id, email, name, organisation, status, tags, provenAt } = registrations;
  const rows = await reader
    .select({ id, email, name, organisation, status, tags, provenAt })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), inArray(email, emails)));
  return new Map(rows.map((row) => [row.email, row]));
}
