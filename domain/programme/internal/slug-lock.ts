import type { Transaction } from "@/db/client";
import { inTurn } from "@/domain/kernel/turns";

/**
 * One at a time chooses addresses for new events, until its transaction ends. One turn for all titles: the second
 * "Messen" becomes `messen-2`, which is also what "Messen 2" wants.
 */
export const lockSlugs = (tx: Transaction): Promise<void> => inTurn(tx, "event-addresses", "");
