import "server-only";
import { and, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import type { Wanted } from "../rules/set-file";

export type Registered = {
  registrationId: Id<"registration">;
  personId: Id<"person"> | null;
  displayName: string;
  organisation: string;
};

const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/**
 * Who of an event's registered people a file means, line by line: by address, or by a name that only one of them has. Null
 * for whoever is not found, and for a name that several have.
 */
export async function findRegistered(
  reader: Reader,
  eventId: Id<"event">,
  wanted: readonly Wanted[],
): Promise<(Registered | null)[]> {
  const rows = await reader
    .select({
      registrationId: registrations.id,
      personId: registrations.personId,
      displayName: registrations.name,
      organisation: registrations.organisation,
      email: registrations.email,
    })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.status, "confirmed")));
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  const byName = Map.groupBy(rows, ({ displayName }) => plain(displayName));
  return wanted.map(({ who }) => {
    const named = byName.get(plain(who)) ?? [];
    const found = byEmail.get(plain(who)) ?? (named.length === 1 ? named[0] : undefined);
    if (!found) return null;
    const { email: _, ...one } = found;
    return one;
  });
}
