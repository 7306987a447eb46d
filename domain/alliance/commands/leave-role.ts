import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { roleOf, setRole } from "../internal/roles";
import { networkRef } from "../schema";

/** Gives up one's own role in a network's office; who has none finds nothing to give up. Reason: last_owner. */
export const leaveRole = defineCommand({
  name: "leave-role",
  input: networkRef,
  permission: "role.leave",
  load: async ({ tx, actor }, { networkId }) => {
    if (actor.type !== "person") return undefined;
    const { personId } = actor;
    const held = await lockNetwork(tx, networkId);
    if (!held || (await roleOf(tx, { networkId, personId })) === undefined) return undefined;
    return { networkId, ownerIds: [personId], personId };
  },
  run: async (context, { networkId }, { personId }) =>
    (await setRole(context, { networkId, personId }, undefined))
      ? ok({ networkId })
      : fail("conflict", "last_owner"),
});
