import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { busyTimes } from "@/db/schema/matchmaking-availability";
import type { Id } from "@/lib/ids";
import type { Span } from "../rules";

const AT_ONCE = 2_000;

/** What a calendar says now, in place of what it said before: reading the same twice leaves the same. */
export async function storeBusyTimes(
  tx: Transaction,
  importId: Id<"calendarImport">,
  busy: readonly Span[],
): Promise<void> {
  await tx.delete(busyTimes).where(eq(busyTimes.importId, importId));
  for (let from = 0; from < busy.length; from += AT_ONCE) {
    const rows = busy.slice(from, from + AT_ONCE).map((span) => ({ importId, ...span }));
    await tx.insert(busyTimes).values(rows);
  }
}
