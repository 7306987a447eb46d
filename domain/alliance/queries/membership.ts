import "server-only";
import { db, type Reader } from "@/db/client";
import { grantsOf } from "@/domain/people/queries";
import type { Id } from "@/lib/ids";
import { belongsTo } from "../rules";

/**
 * Whether this person belongs to the network now: by a role, by its list of addresses or by a domain of it. The last two
 * count for proven addresses only, so a typed address is never a member's.
 */
export async function isMemberOf(
  { personId, networkId }: { personId: Id<"person">; networkId: Id<"network"> },
  reader: Reader = db(),
): Promise<boolean> {
  const grants = await grantsOf([personId], reader);
  return belongsTo(grants.get(personId) ?? [], networkId);
}
