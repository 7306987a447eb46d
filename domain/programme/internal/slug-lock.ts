import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/**
 * One at a time chooses addresses for new events, until its transaction ends. One lock for all titles: the second
 * "Messen" becomes `messen-2`, which is also what "Messen 2" wants.
 */
export async function lockSlugs(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('addresses of events', 0))`);
}
