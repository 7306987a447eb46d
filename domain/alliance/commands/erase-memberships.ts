import { eq } from "drizzle-orm";
import { z } from "zod";
import { networkAddresses } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";

/** Takes an address off every network's list of members, and roles that were offered to it; roles held go with the person. */
export const eraseMemberships = defineCommand({
  name: "erase-memberships",
  input: z.object({ email: z.string().min(1) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { email }) => {
    const listed = await tx.delete(networkAddresses).where(eq(networkAddresses.email, email));
    const offered = await tx.delete(roleInvitations).where(eq(roleInvitations.email, email));
    return ok({ gone: (listed.rowCount ?? 0) + (offered.rowCount ?? 0) });
  },
});
