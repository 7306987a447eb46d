import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { eventRoles } from "@/db/schema/alliance-roles";
import { eventNetworks, series } from "@/db/schema/programme";
import { type Actor, can } from "@/domain/policy";
import type { EventDetail } from "../queries";

/** What of an event its copies take over beside what its desk shows anyway. */
export type CopySource = {
  series: { title: string; startsOn: string; endsOn: string } | null;
  /** Networks beside the lead: named on the page, and with access to the desk. */
  shown: number;
  withAccess: number;
  roles: number;
};

/** For whoever may create events in the event's network; for others there is nothing to copy. */
export async function copySourceOf(
  viewer: Actor,
  event: Pick<EventDetail, "id" | "networkId" | "seriesId">,
  reader: Reader = db(),
): Promise<CopySource | undefined> {
  if (!can(viewer, "event.create", { networkId: event.networkId })) return undefined;
  const { title, startsOn, endsOn } = series;
  const [networks, roles, [part]] = await Promise.all([
    reader.select().from(eventNetworks).where(eq(eventNetworks.eventId, event.id)),
    reader.select().from(eventRoles).where(eq(eventRoles.eventId, event.id)),
    reader
      .select({ title, startsOn, endsOn })
      .from(series)
      .where(eq(series.id, event.seriesId ?? "ser_none")),
  ]);
  return {
    series: part ?? null,
    shown: networks.filter((row) => row.shown).length,
    withAccess: networks.filter((row) => row.hasAccess).length,
    roles: roles.length,
  };
}
