import "server-only";
import { lt } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { entries } from "@/db/schema/board";
import type { Id } from "@/lib/ids";
import { keptSince } from "@/lib/privacy/retention";

/** Entries that are over for so long that they go, held: nobody makes one valid again that is going. */
export async function lockForgettableEntries(
  reader: Reader,
  { now, limit }: { now: Date; limit: number },
): Promise<Id<"entry">[]> {
  const rows = await reader
    .select({ id: entries.id })
    .from(entries)
    .where(lt(entries.validUntil, keptSince("entries", now)))
    .limit(limit)
    .for("update");
  return rows.map(({ id }) => id);
}
