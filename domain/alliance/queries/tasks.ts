import "server-only";
import { and, asc, eq, gt, inArray, or } from "drizzle-orm";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { events } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { isOfficeRole, isTaskRole, type OfficeRole, type TaskRole } from "../rules";
import { countOtherOwners } from "./people-of";

const DAY_MS = 24 * 3_600_000;

export type Task = {
  eventId: Id<"event">;
  slug: string;
  title: string;
  language: "de" | "en";
  status: (typeof events.$inferSelect)["status"];
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** Whether there is a door at which people are let in. */
  onsite: boolean;
  network: { slug: string; name: string };
  roles: TaskRole[];
};

const columns = {
  eventId: events.id,
  slug: events.slug,
  title: events.title,
  language: events.language,
  status: events.status,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  timeZone: events.timeZone,
  onsiteCapacity: seatPlans.onsiteCapacity,
  network: { slug: networks.slug, name: networks.name },
};

/** Events ahead in which the viewer has something to do by a role there, the next one first. Over a day ago is done. */
export async function tasksOf(viewer: Actor, now: Date): Promise<Task[]> {
  if (viewer.type !== "person") return [];
  const held = Map.groupBy(viewer.grants, ({ eventId }) => eventId);
  const rolesIn = (id: Id<"event">) =>
    (held.get(id) ?? []).flatMap(({ role }) => (isTaskRole(role) ? role : []));
  const ids = [...held.keys()].filter((id) => id !== undefined).filter((id) => rolesIn(id).length > 0);
  if (ids.length === 0) return [];
  const ahead = or(gt(events.endsAt, new Date(now.getTime() - DAY_MS)), eq(events.status, "postponed"));
  const standing = inArray(events.status, ["draft", "published", "live", "postponed"]);
  const rows = await db()
    .select(columns)
    .from(events)
    .innerJoin(networks, eq(networks.id, events.networkId))
    .leftJoin(seatPlans, eq(seatPlans.eventId, events.id))
    .where(and(inArray(events.id, ids), ahead, standing))
    .orderBy(asc(events.startsAt), asc(events.id));
  return rows.map(({ onsiteCapacity, ...row }) => ({
    ...row,
    onsite: onsiteCapacity !== null,
    roles: rolesIn(row.eventId),
  }));
}

export type OfficeTask = { networkId: Id<"network">; slug: string; name: string; role: OfficeRole };

/** The networks in whose office the viewer has a role, by name. */
export async function officesOf(viewer: Actor): Promise<OfficeTask[]> {
  if (viewer.type !== "person") return [];
  const roleIn = new Map(
    viewer.grants.flatMap(({ role, networkId, eventId }) =>
      eventId === undefined && isOfficeRole(role) ? [[networkId, role] as const] : [],
    ),
  );
  if (roleIn.size === 0) return [];
  const rows = await db()
    .select({ networkId: networks.id, slug: networks.slug, name: networks.name })
    .from(networks)
    .where(inArray(networks.id, [...roleIn.keys()]))
    .orderBy(asc(networks.name));
  return rows.flatMap((row) => {
    const role = roleIn.get(row.networkId);
    return role ? [{ ...row, role }] : [];
  });
}

/** The networks that would have no owner without the viewer, who has to hand them over before leaving. */
export async function onlyOwnedBy(viewer: Actor): Promise<OfficeTask[]> {
  if (viewer.type !== "person") return [];
  const owned = (await officesOf(viewer)).filter(({ networkId }) =>
    can(viewer, "network.manage", { networkId }),
  );
  const alone = await Promise.all(
    owned.map(async ({ networkId }) => countOtherOwners(db(), { networkId, personId: viewer.personId })),
  );
  return owned.filter((_network, index) => alone[index] === 0);
}
