import { and, eq } from "drizzle-orm";
import { networkDomains } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { memberDomainInput } from "../schema";

/** From now on an address of this domain makes nobody a member any more; who is listed stays one. */
export const removeMemberDomain = defineCommand({
  name: "remove-member-domain",
  input: memberDomainInput,
  permission: "members.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async ({ tx }, { domain }, { networkId }) => {
    await tx
      .delete(networkDomains)
      .where(and(eq(networkDomains.networkId, networkId), eq(networkDomains.domain, domain)));
    return ok({ domain });
  },
});
