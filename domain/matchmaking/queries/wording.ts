import "server-only";
import { count, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { listings } from "@/db/schema/matchmaking";
import { taxonomyIn } from "@/domain/board/queries/taxonomy";
import type { Id } from "@/lib/ids";
import type { Wording } from "../internal/partners";

/**
 * What topics are called in an alliance and how rare each is there, by how many people chose it. Of the alliance and not of
 * one event, so that two people read the same reason first wherever they meet.
 */
export async function wordingIn(reader: Reader, allianceId: Id<"alliance">): Promise<Wording> {
  const [taxonomy, rows] = [
    await taxonomyIn(allianceId, reader),
    await reader
      .select({ tag: listings.tag, people: count() })
      .from(listings)
      .where(eq(listings.allianceId, allianceId))
      .groupBy(listings.tag),
  ];
  const chosen = new Map<string, number>();
  for (const { tag, people } of rows) {
    const today = taxonomy.resolve(tag) ?? tag;
    chosen.set(today, (chosen.get(today) ?? 0) + people);
  }
  return { taxonomy, rarity: new Map([...chosen].map(([tag, people]) => [tag, 1 / people])) };
}
