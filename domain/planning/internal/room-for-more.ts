import { and, count, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventTemplates } from "@/db/schema/planning";
import { inTurn } from "@/domain/kernel/turns";
import type { Id } from "@/lib/ids";
import { MAX_TEMPLATES } from "../schema";

/** Whether the network may offer one more template; nobody else adds one before the transaction ends. */
export async function hasRoomForMore(tx: Transaction, networkId: Id<"network">): Promise<boolean> {
  await inTurn(tx, "templates", networkId);
  const [row] = await tx
    .select({ offered: count() })
    .from(eventTemplates)
    .where(and(eq(eventTemplates.networkId, networkId), isNull(eventTemplates.archivedAt)));
  return (row?.offered ?? 0) < MAX_TEMPLATES;
}
