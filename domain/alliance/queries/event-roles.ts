import "server-only";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { eventRoles, roleInvitations } from "@/db/schema/alliance-roles";
import { people } from "@/db/schema/people";
import { events } from "@/db/schema/programme";
import type { EventRole } from "@/domain/grants";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { isEventRole, isOfficeRole, type OfficeRole } from "../rules";
import { isOfferOpenAt } from "./role-offers";

export type EventRoleList = {
  /** `email` for the owners alone, who invite by it. */
  holders: { personId: Id<"person">; name: string; email: string | null; role: EventRole }[];
  /** Who has a part in every event of the network, by their role in its office. */
  office: { personId: Id<"person">; name: string; role: OfficeRole }[];
  /** Open invitations; undefined for whoever gives no roles. */
  offers: { id: Id<"roleInvitation">; email: string; role: EventRole; expiresAt: Date }[] | undefined;
};

type Asked = { eventId: Id<"event">; networkId: Id<"network">; now: Date };

/** Who has which role at an event, for who runs it; its network's owners also see who was invited. Undefined for others. */
export async function rolesAtEvent(
  viewer: Actor,
  { eventId, networkId, now }: Asked,
): Promise<EventRoleList | undefined> {
  if (!can(viewer, "event.update", { networkId, eventId })) return undefined;
  const gives = can(viewer, "network.manage", { networkId });
  const [holders, office, offers] = await Promise.all([
    db()
      .select({ personId: people.id, name: people.name, email: people.email, role: eventRoles.role })
      .from(eventRoles)
      .innerJoin(people, eq(people.id, eventRoles.personId))
      .innerJoin(events, eq(events.id, eventRoles.eventId))
      .where(and(eq(events.id, eventId), eq(events.networkId, networkId)))
      .orderBy(asc(people.name), asc(people.id)),
    db()
      .select({ personId: people.id, name: people.name, role: networkMembers.role })
      .from(networkMembers)
      .innerJoin(people, eq(people.id, networkMembers.personId))
      .where(and(eq(networkMembers.networkId, networkId), ne(networkMembers.role, "member")))
      .orderBy(asc(people.name), asc(people.id)),
    gives ? openOffersOf({ eventId, networkId, now }) : undefined,
  ]);
  return {
    holders: holders.map(({ email, ...holder }) => ({ ...holder, email: gives ? email : null })),
    office: office.flatMap(({ role, ...person }) => (isOfficeRole(role) ? [{ ...person, role }] : [])),
    offers,
  };
}

async function openOffersOf({ eventId, networkId, now }: Asked) {
  const rows = await db()
    .select()
    .from(roleInvitations)
    .where(
      and(eq(roleInvitations.eventId, eventId), eq(roleInvitations.networkId, networkId), isOfferOpenAt(now)),
    )
    .orderBy(desc(roleInvitations.createdAt));
  return rows.flatMap(({ id, email, role, expiresAt }) =>
    isEventRole(role) ? [{ id, email, role, expiresAt }] : [],
  );
}
