import { eq } from "drizzle-orm";
import { networkDomains } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok, type Result } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { isPublicMail, MOST_DOMAINS } from "../rules";
import { memberDomainInput } from "../schema";

/**
 * Makes members of everybody with a proven address of this domain, and of none below it. The field `domain` says what is
 * wrong: domain_malformed, public_mail for where anybody can have an address, too_many.
 */
export const addMemberDomain = defineCommand({
  name: "add-member-domain",
  input: memberDomainInput,
  permission: "members.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async ({ tx, now }, { domain }, { networkId }): Promise<Result<{ domain: string }, "input">> => {
    const wrong = (problem: string) => fail("invalid", "input", { fields: { domain: [problem] } });
    if (isPublicMail(domain)) return wrong("public_mail");
    if ((await tx.$count(networkDomains, eq(networkDomains.networkId, networkId))) >= MOST_DOMAINS)
      return wrong("too_many");
    await tx.insert(networkDomains).values({ networkId, domain, createdAt: now }).onConflictDoNothing();
    return ok({ domain });
  },
});
