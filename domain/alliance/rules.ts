import type { Grant } from "@/domain/policy";
import type { Id } from "@/lib/ids";

/**
 * Whether somebody with these grants belongs to the network: by a role in it, by its list or by a domain of it. What
 * they may do in single events makes nobody a member. Grants are held by proven people only.
 */
export const belongsTo = (grants: readonly Grant[], networkId: Id<"network">): boolean =>
  grants.some((grant) => grant.networkId === networkId && grant.eventId === undefined);
