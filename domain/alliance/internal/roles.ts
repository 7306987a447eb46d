import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import type { NetworkRole } from "@/domain/grants";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { countOtherOwners } from "../queries/people-of";
import { endsOwnership, losesLastOwner } from "../rules";

type Held = { networkId: Id<"network">; personId: Id<"person"> };

const rowOf = ({ networkId, personId }: Held) =>
  and(eq(networkMembers.networkId, networkId), eq(networkMembers.personId, personId));

/** The role that somebody holds by name; read while the network is held. */
export async function roleOf(tx: Transaction, held: Held): Promise<NetworkRole | undefined> {
  const [row] = await tx.select({ role: networkMembers.role }).from(networkMembers).where(rowOf(held));
  return row?.role;
}

/**
 * Whoever owns a network no longer has nothing to give there: their open offers, in its office and in its events, are
 * withdrawn. Another owner can offer the same again.
 */
async function withdrawOffersOf({ tx, now }: Pick<Context, "tx" | "now">, held: Held): Promise<void> {
  await tx
    .update(roleInvitations)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(roleInvitations.networkId, held.networkId),
        eq(roleInvitations.offeredBy, held.personId),
        isNull(roleInvitations.acceptedAt),
        isNull(roleInvitations.withdrawnAt),
      ),
    );
}

/**
 * Gives this person that role, or none, and answers whether it could: never at the price of the last owner. The caller
 * holds the network.
 */
export async function setRole(
  context: Pick<Context, "tx" | "now">,
  held: Held,
  role: NetworkRole | undefined,
): Promise<boolean> {
  const { tx } = context;
  const from = await roleOf(tx, held);
  if (losesLastOwner({ from, to: role, otherOwners: await countOtherOwners(tx, held) })) return false;
  if (endsOwnership({ from, to: role })) await withdrawOffersOf(context, held);
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
