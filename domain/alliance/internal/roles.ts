import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import type { NetworkRole } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { countOtherOwners } from "../queries/people-of";
import { losesLastOwner } from "../rules";

type Held = { networkId: Id<"network">; personId: Id<"person"> };

const rowOf = ({ networkId, personId }: Held) =>
  and(eq(networkMembers.networkId, networkId), eq(networkMembers.personId, personId));

/** The role that somebody holds by name; read while the network is held. */
export async function roleOf(tx: Transaction, held: Held): Promise<NetworkRole | undefined> {
  const [row] = await tx.select({ role: networkMembers.role }).from(networkMembers).where(rowOf(held));
  return row?.role;
}

/**
 * Gives this person that role, or none, and answers whether it could: never at the price of the last owner. The caller
 * holds the network.
 */
export async function setRole(tx: Transaction, held: Held, role: NetworkRole | undefined): Promise<boolean> {
  const from = await roleOf(tx, held);
  if (losesLastOwner({ from, to: role, otherOwners: await countOtherOwners(tx, held) })) return false;
  if (!role) {
    await tx.delete(networkMembers).where(rowOf(held));
    return true;
  }
  await tx
    .insert(networkMembers)
    .values({ ...held, role })
    .onConflictDoUpdate({ target: [networkMembers.networkId, networkMembers.personId], set: { role } });
  return true;
}
