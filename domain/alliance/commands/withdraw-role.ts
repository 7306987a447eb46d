import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { withdrawOffersTo } from "../internal/role-offer";
import { setRole } from "../internal/roles";
import { roleHolderRef } from "../schema";

/**
 * Takes somebody's role in the network, from the next request on, and what they were offered there before; of an owner
 * also the roles that they have offered and nobody has accepted yet. Withdrawing twice changes nothing. Reason: last_owner.
 */
export const withdrawRole = defineCommand({
  name: "withdraw-role",
  input: roleHolderRef,
  permission: "network.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async (context, held) => {
    if (!(await setRole(context, held, undefined))) return fail("conflict", "last_owner");
    await withdrawOffersTo(context, { ...held, eventId: null });
    return ok(held);
  },
});
