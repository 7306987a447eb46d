import "server-only";
import { db, type Reader } from "@/db/client";
import { grantsOf } from "@/domain/people/queries";
import type { Id } from "@/lib/ids";
import { belongsTo } from "../rules";

type Asked = { personId: Id<"person">; networkIds: readonly Id<"network">[] };

/** Whether this person belongs now to one of these networks, in any of the ways below. */
export async function isMemberOfAny(
  { personId, networkIds }: Asked,
  reader: Reader = db(),
): Promise<boolean> {
  const grants = (await grantsOf([personId], reader)).get(personId) ?? [];
  return networkIds.some((networkId) => belongsTo(grants, networkId));
}

/**
 * Whether this person belongs to the network now: by a role, by its list of addresses or by a domain of it. The last two
 * count for proven addresses only, so a typed address is never a member's.
 */
export async function isMemberOf(
  { personId, networkId }: { personId: Id<"person">; networkId: Id<"network"> },
  reader: Reader = db(),
): Promise<boolean> {
  return isMemberOfAny({ personId, networkIds: [networkId] }, reader);
}
