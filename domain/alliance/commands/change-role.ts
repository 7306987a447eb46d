import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { withdrawOffersTo } from "../internal/role-offer";
import { roleOf, setRole } from "../internal/roles";
import { changeRoleInput } from "../schema";

/**
 * Gives somebody of the office another role, in the place of what they were offered before. Who has none is invited
 * instead. Reasons: missing for who has no role here, last_owner.
 */
export const changeRole = defineCommand({
  name: "change-role",
  input: changeRoleInput,
  permission: "network.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async (context, { networkId, personId, role }) => {
    const held = { networkId, personId };
    if ((await roleOf(context.tx, held)) === undefined) return fail("not_found", "missing");
    if (!(await setRole(context, held, role))) return fail("conflict", "last_owner");
    await withdrawOffersTo(context, { ...held, eventId: null });
    return ok(held);
  },
});
