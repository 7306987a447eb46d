import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { setRole } from "../internal/roles";
import { roleHolderRef } from "../schema";

/**
 * Takes somebody's role in the network, from the next request on; of an owner also the roles that they have offered and
 * nobody has accepted yet. Withdrawing twice changes nothing. Reason: last_owner.
 */
export const withdrawRole = defineCommand({
  name: "withdraw-role",
  input: roleHolderRef,
  permission: "network.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async (context, held) =>
    (await setRole(context, held, undefined)) ? ok(held) : fail("conflict", "last_owner"),
});
