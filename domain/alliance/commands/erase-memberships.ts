import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { networkAddresses } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { defineCommand } from "@/domain/kernel/command";
import { isForAddress } from "@/domain/people/queries/held-addresses";
import { heldAddress } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";

/**
 * Takes somebody's addresses, the one they have and those they had, as long as they had them, off every network's list of members, and the roles
 * that were offered to them. What they offered to others is over; roles held go with the person.
 */
export const eraseMemberships = defineCommand({
  name: "erase-memberships",
  input: z.object({ personId: idOf("person"), addresses: z.array(heldAddress).min(1) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }, { personId, addresses }) => {
    const listed = await tx.delete(networkAddresses).where(isForAddress(addresses, networkAddresses));
    const offered = await tx.delete(roleInvitations).where(isForAddress(addresses, roleInvitations));
    const open = and(isNull(roleInvitations.acceptedAt), isNull(roleInvitations.withdrawnAt));
    await tx
      .update(roleInvitations)
      .set({ withdrawnAt: now })
      .where(and(eq(roleInvitations.offeredBy, personId), open));
    return ok({ gone: (listed.rowCount ?? 0) + (offered.rowCount ?? 0) });
  },
});
