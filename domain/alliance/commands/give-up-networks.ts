import { z } from "zod";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { setRole } from "../internal/roles";
import { networksNaming } from "../queries/people-of";

/**
 * Ends somebody's roles in networks before they are erased. Every network that could be theirs by now is held, so that
 * two owners who leave at once take turns. Reason: hand_over_first where one would be left without an owner.
 */
export const giveUpNetworks = defineCommand({
  name: "give-up-networks",
  input: z.object({ personId: idOf("person") }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async (context, { personId }) => {
    const { tx } = context;
    const networkIds = await networksNaming(tx, personId);
    for (const networkId of networkIds) {
      await lockNetwork(tx, networkId);
      if (!(await setRole(context, { networkId, personId }, undefined)))
        return fail("conflict", "hand_over_first");
    }
    return ok({ networks: networkIds.length });
  },
});
