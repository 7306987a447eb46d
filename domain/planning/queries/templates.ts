import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { eventTemplates } from "@/db/schema/planning";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { type EventPlan, eventPlan } from "../schema";

export type TemplateView = { id: Id<"template">; name: string; isArchived: boolean; plan: EventPlan };

/** All templates that a network saved, by name, those in its archive last; none for whoever may not plan there. */
export async function listTemplates(
  viewer: Actor,
  networkId: Id<"network">,
  reader: Reader = db(),
): Promise<TemplateView[]> {
  if (!can(viewer, "template.manage", { networkId })) return [];
  const { archivedAt, name, id } = eventTemplates;
  const rows = await reader
    .select()
    .from(eventTemplates)
    .where(eq(eventTemplates.networkId, networkId))
    .orderBy(desc(sql`${archivedAt} is null`), asc(sql`lower(${name})`), asc(id));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isArchived: row.archivedAt !== null,
    plan: eventPlan.parse(row.plan),
  }));
}

/** Those that can be planned from. */
export async function listOfferedTemplates(
  viewer: Actor,
  networkId: Id<"network">,
  reader: Reader = db(),
): Promise<TemplateView[]> {
  return (await listTemplates(viewer, networkId, reader)).filter(({ isArchived }) => !isArchived);
}
