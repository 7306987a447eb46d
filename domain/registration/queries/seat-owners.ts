import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { people } from "@/db/schema/people";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";

/**
 * Whose these registrations are: the person's, or of an unproven one whoever has its address. Null where that is nobody yet,
 * absent for what does not exist.
 */
export async function ownersOf(
  ids: readonly Id<"registration">[],
  reader: Reader = db(),
): Promise<ReadonlyMap<Id<"registration">, Id<"person"> | null>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({
      id: registrations.id,
      personId: sql<Id<"person"> | null>`coalesce(${registrations.personId}, ${people.id})`,
    })
    .from(registrations)
    .leftJoin(people, and(eq(people.email, registrations.email), isNull(people.erasedAt)))
    .where(inArray(registrations.id, [...ids]));
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}
