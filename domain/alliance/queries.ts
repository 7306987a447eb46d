import "server-only";
import { asc, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";

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
