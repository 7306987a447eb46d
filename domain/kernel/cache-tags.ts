import { inArray, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { cacheTags } from "@/db/schema/kernel";
import { now } from "@/lib/time/clock";

/** Channel on which every process hears which pages to forget; the payload is the tag. */
export const CACHE_CHANNEL = "plenum_cache";

/** Names of cached pages. Whoever renders one and whoever changes what it shows use the same word. */
export const cacheTag = {
  event: (slug: string) => `e/${slug}`,
  /** What follows a registration: all of the event's, but no word about its seats. */
  confirmation: (slug: string) => `e/${slug}/registered`,
  series: (slug: string) => `s/${slug}`,
  network: (slug: string) => `n/${slug}`,
  calendar: "calendar",
};

/** Tells every process to render these pages anew. Repeating it is harmless. */
export async function bumpTags(reader: Reader, tags: readonly string[]): Promise<void> {
  // One order for everybody, so that two bumps never wait for each other.
  const sorted = [...new Set(tags)].sort();
  if (sorted.length === 0) return;
  await reader
    .insert(cacheTags)
    .values(sorted.map((tag) => ({ tag, bumpedAt: now() })))
    .onConflictDoUpdate({
      target: cacheTags.tag,
      set: { version: sql`${cacheTags.version} + 1`, bumpedAt: sql`excluded.bumped_at` },
    });
  const names = sql.join(
    sorted.map((tag) => sql`${tag}`),
    sql`, `,
  );
  await reader.execute(sql`select pg_notify(${CACHE_CHANNEL}, tag) from unnest(array[${names}]::text[]) tag`);
}

/** The versions of these tags now; a tag that was never bumped is absent. */
export async function versionsOf(reader: Reader, tags: readonly string[]): Promise<Map<string, number>> {
  if (tags.length === 0) return new Map();
  const rows = await reader
    .select({ tag: cacheTags.tag, version: cacheTags.version })
    .from(cacheTags)
    .where(inArray(cacheTags.tag, [...tags]));
  return new Map(rows.map((row) => [row.tag, row.version]));
}
