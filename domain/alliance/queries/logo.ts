import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { type Actor, can } from "@/domain/policy";
import { type Id, idOf } from "@/lib/ids";

/** The logo of the network with this id. Networks are public, and so is what they look like. */
export async function findLogo(networkId: unknown, reader: Reader = db()): Promise<Id<"file"> | undefined> {
  const id = idOf("network").safeParse(networkId);
  if (!id.success) return undefined;
  const [row] = await reader
    .select({ logoId: networks.logoId })
    .from(networks)
    .where(eq(networks.id, id.data));
  return row?.logoId ?? undefined;
}

/** Whether the viewer may change how the network looks; asked before a file is taken in. */
export function mayChangeLook(viewer: Actor, networkId: unknown): boolean {
  const id = idOf("network").safeParse(networkId);
  return id.success && can(viewer, "network.manage", { networkId: id.data });
}
