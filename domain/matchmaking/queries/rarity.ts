import "server-only";
import { and, count, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { listings } from "@/db/schema/matchmaking";
import type { Taxonomy } from "@/domain/board/rules";
import type { Id } from "@/lib/ids";

/**
 * How rare each of these topics is in an alliance, by how many people chose it. Of the alliance and not of one event, so that
 * two people read the same reason first wherever they meet.
 */
export async function rarityIn(
  reader: Reader,
  { allianceId, taxonomy }: { allianceId: Id<"alliance">; taxonomy: Taxonomy },
  topics: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const asked = [...new Set(topics)].flatMap(taxonomy.family);
  if (asked.length === 0) return new Map();
  const rows = await reader
    .select({ tag: listings.tag, people: count() })
    .from(listings)
    .where(and(eq(listings.allianceId, allianceId), inArray(listings.tag, asked)))
    .groupBy(listings.tag);
  const chosen = new Map<string, number>();
  for (const { tag, people } of rows) {
    const today = taxonomy.resolve(tag) ?? tag;
    chosen.set(today, (chosen.get(today) ?? 0) + people);
  }
  return new Map([...chosen].map(([tag, people]) => [tag, 1 / people]));
}
