import "server-only";
import { and, asc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { eventNetworks } from "@/db/schema/programme";
import { type Actor, can } from "@/domain/policy";
import type { EventScope } from "../queries";

export type Partner = { id: string; name: string; shown: boolean; hasAccess: boolean };

/** Every other network of the alliance with what it has of the event; for who may change that, undefined for others. */
export async function listPartners(
  viewer: Actor,
  { eventId, networkId }: Pick<EventScope, "eventId" | "networkId">,
): Promise<Partner[] | undefined> {
  if (!can(viewer, "event.share", { networkId, eventId })) return undefined;
  const lead = db().select({ id: networks.allianceId }).from(networks).where(eq(networks.id, networkId));
  const rows = await db()
    .select({
      id: networks.id,
      name: networks.name,
      shown: eventNetworks.shown,
      hasAccess: eventNetworks.hasAccess,
    })
    .from(networks)
    .leftJoin(
      eventNetworks,
      and(eq(eventNetworks.networkId, networks.id), eq(eventNetworks.eventId, eventId)),
    )
    .where(and(eq(networks.allianceId, lead), ne(networks.id, networkId)))
    .orderBy(asc(networks.name));
  return rows.map(({ shown, hasAccess, ...network }) => ({
    ...network,
    shown: shown ?? false,
    hasAccess: hasAccess ?? false,
  }));
}
