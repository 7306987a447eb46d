import { eq, isNull, lte, or } from "drizzle-orm";
import { placements } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { LEASE_MS } from "./presence";

export type Lease = { admissionId: Id<"admission">; eventId: Id<"event">; tab: string; takeOver: boolean };

/**
 * True when the tab holds the lease now. One statement asks and writes: of two tabs that press at once, the second
 * waits for the row and then sees what the first one wrote.
 */
export async function takeLease(
  { tx, now }: Pick<Context, "tx" | "now">,
  { admissionId, eventId, tab, takeOver }: Lease,
): Promise<boolean> {
  const held = { leaseId: tab, leaseAt: now, lastSeenAt: now };
  const isFree = or(
    isNull(placements.leaseId),
    eq(placements.leaseId, tab),
    isNull(placements.lastSeenAt),
    lte(placements.lastSeenAt, new Date(now.getTime() - LEASE_MS)),
  );
  const taken = await tx
    .insert(placements)
    .values({ admissionId, eventId, ...held })
    .onConflictDoUpdate({
      target: placements.admissionId,
      set: held,
      ...(takeOver || !isFree ? {} : { setWhere: isFree }),
    })
    .returning({ id: placements.admissionId });
  return taken.length > 0;
}
