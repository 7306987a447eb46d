import { like } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { events } from "@/db/schema/programme";
import { freeSlug, slugOf } from "@/lib/slug";
import { lockSlugs } from "./slug-lock";

/** Addresses for new events of this title that nobody has, nor gets before the transaction ends. */
export async function freeSlugs(tx: Transaction, title: string, count: number): Promise<string[]> {
  await lockSlugs(tx);
  const slug = slugOf(title);
  const rows = await tx
    .select({ slug: events.slug })
    .from(events)
    .where(like(events.slug, `${slug}%`));
  const taken = new Set(rows.map((row) => row.slug));
  return Array.from({ length: count }, () => {
    const free = freeSlug(slug, taken);
    taken.add(free);
    return free;
  });
}
