import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";

export type NetworkView = typeof networks.$inferSelect;

/** All networks of the installation in the order of their founding. */
export async function listNetworks(reader: Reader = db()): Promise<NetworkView[]> {
  return reader.select().from(networks).orderBy(asc(networks.createdAt), asc(networks.name));
}

export async function findNetworkBySlug(
  slug: string,
  reader: Reader = db(),
): Promise<NetworkView | undefined> {
  const [row] = await reader.select().from(networks).where(eq(networks.slug, slug));
  return row;
}

/** The networks whose office the viewer may open. */
export async function listMyNetworks(viewer: Actor, reader: Reader = db()): Promise<NetworkView[]> {
  const all = await listNetworks(reader);
  return all.filter((network) => can(viewer, "network.read", { networkId: network.id }));
}

/** One of those by its address; a foreign network's office looks like a missing one. */
export async function findMyNetwork(
  viewer: Actor,
  slug: string,
  reader: Reader = db(),
): Promise<NetworkView | undefined> {
  const network = await findNetworkBySlug(slug, reader);
  return network && can(viewer, "network.read", { networkId: network.id }) ? network : undefined;
}

export async function findNetwork(
  id: Id<"network">,
  reader: Reader = db(),
): Promise<NetworkView | undefined> {
  const [row] = await reader.select().from(networks).where(eq(networks.id, id));
  return row;
}

/** True when all of these networks exist and belong to one alliance; a foreign id looks like one that does not exist. */
export async function areOneAlliance(ids: readonly Id<"network">[], reader: Reader = db()): Promise<boolean> {
  const found = await reader
    .select({ allianceId: networks.allianceId })
    .from(networks)
    .where(inArray(networks.id, [...ids]));
  return found.length === ids.length && new Set(found.map((row) => row.allianceId)).size === 1;
}
