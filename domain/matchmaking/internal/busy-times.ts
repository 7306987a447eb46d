import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { busyTimes } from "@/db/schema/matchmaking-availability";
import type { Id } from "@/lib/ids";
import { inParts } from "@/lib/in-parts";
import type { Span } from "../rules";

/** What a calendar says now, in place of what it said before: reading the same twice leaves the same. */
export async function storeBusyTimes(
  tx: Transaction,
  importId: Id<"calendarImport">,
  busy: readonly Span[],
): Promise<void> {
  await tx.delete(busyTimes).where(eq(busyTimes.importId, importId));
  await inParts(busy, (part) => tx.insert(busyTimes).values(part.map((span) => ({ importId, ...span }))));
}
