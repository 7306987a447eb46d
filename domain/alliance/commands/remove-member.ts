import { and, eq } from "drizzle-orm";
import { networkAddresses, networkMembers } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { memberOfAddress } from "../queries/people-of";
import { removeMemberInput } from "../schema";

/**
 * Takes an address off the network's list, and the person behind it out of its members. Roles in the office stay, and so
 * does what a domain makes of the address. Taking off twice changes nothing.
 */
export const removeMember = defineCommand({
  name: "remove-member",
  input: removeMemberInput,
  permission: "members.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async ({ tx }, { email }, { networkId }) => {
    const listed = and(eq(networkAddresses.networkId, networkId), eq(networkAddresses.email, email));
    await tx.delete(networkAddresses).where(listed);
    const personId = await memberOfAddress(tx, { networkId, email });
    if (personId)
      await tx
        .delete(networkMembers)
        .where(and(eq(networkMembers.networkId, networkId), eq(networkMembers.personId, personId)));
    return ok({ networkId });
  },
});
