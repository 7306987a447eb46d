import { z } from "zod";
import { invitations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { isForAddress } from "@/domain/people/queries/held-addresses";
import { heldAddress } from "@/domain/people/schema";
import { ok } from "@/lib/result";

/** Deletes what somebody's addresses were invited by while they had them; the registrations that came of it are erased by themselves. */
export const eraseInvitations = defineCommand({
  name: "erase-invitations",
  input: z.object({ addresses: z.array(heldAddress).min(1) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { addresses }) => {
    const gone = await tx.delete(invitations).where(isForAddress(addresses, invitations));
    return ok({ gone: gone.rowCount ?? 0 });
  },
});
