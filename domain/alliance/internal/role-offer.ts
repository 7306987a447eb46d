import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleInvitations } from "@/db/schema/alliance";
import type { Id } from "@/lib/ids";
import { lockNetwork } from "./lock-network";

/** An offer of a role as it stands, with its network held; whoever changes offers holds that first. */
export async function lockRoleOffer(tx: Transaction, id: Id<"roleInvitation">) {
  const find = () => tx.select().from(roleInvitations).where(eq(roleInvitations.id, id));
  const [seen] = await find();
  if (!seen) return undefined;
  await lockNetwork(tx, seen.networkId);
  const [offer] = await find();
  return offer;
}
