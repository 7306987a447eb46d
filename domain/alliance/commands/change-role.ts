import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { roleOf, setRole } from "../internal/roles";
import { changeRoleInput } from "../schema";

/**
 * Gives somebody of the office another role. Who has none is invited instead. Reasons: missing for who has no role here,
 * last_owner.
 */
export const changeRole = defineCommand({
  name: "change-role",
  input: changeRoleInput,
  permission: "network.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async (context, { networkId, personId, role }) => {
    const held = { networkId, personId };
    if ((await roleOf(context.tx, held)) === undefined) return fail("not_found", "missing");
    return (await setRole(context, held, role)) ? ok(held) : fail("conflict", "last_owner");
  },
});
