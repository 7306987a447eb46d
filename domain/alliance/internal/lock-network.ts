import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import type { Id } from "@/lib/ids";

/**
 * The network, held until the transaction ends. Whoever gives, changes or takes a role holds it first, so that two
 * owners who withdraw each other at once take turns. Rows that only name the network, such as new events, do not wait for
 * it: two people who copy events at once would each hold what the other needs.
 */
export async function lockNetwork(
  tx: Transaction,
  networkId: Id<"network">,
): Promise<{ networkId: Id<"network"> } | undefined> {
  const [row] = await tx
    .select({ networkId: networks.id })
    .from(networks)
    .where(eq(networks.id, networkId))
    .for("no key update");
  return row;
}
