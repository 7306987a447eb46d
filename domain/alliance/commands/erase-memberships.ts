import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { networkAddresses } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";

/**
 * Takes somebody's addresses, the one they have and those they had, off every network's list of members, and the roles
 * that were offered to them. What they offered to others is over; roles held go with the person.
 */
export const eraseMemberships = defineCommand({
  name: "erase-memberships",
  input: z.object({ personId: idOf("person"), emails: z.array(z.string().min(1)).min(1) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }, { personId, emails }) => {
    const listed = await tx.delete(networkAddresses).where(inArray(networkAddresses.email, emails));
    const offered = await tx.delete(roleInvitations).where(inArray(roleInvitations.email, emails));
    const open = and(isNull(roleInvitations.acceptedAt), isNull(roleInvitations.withdrawnAt));
    await tx
      .update(roleInvitations)
      .set({ withdrawnAt: now })
      .where(and(eq(roleInvitations.offeredBy, personId), open));
    return ok({ gone: (listed.rowCount ?? 0) + (offered.rowCount ?? 0) });
  },
});
