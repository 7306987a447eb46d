import "server-only";
import { and, asc, desc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { networkDomains, networkMembers } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { people } from "@/db/schema/people";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { isOfficeRole, type OfficeRole } from "../rules";
import { isOfferOpenAt } from "./role-offers";

/** As many addresses as one page shows; the search finds the others. */
const MEMBERS_SHOWN = 100;

type Member = {
  email: string;
  name: string | null;
  /** What the office had listed, where its person has moved to this address, and when. */
  moved: { from: string; at: Date } | undefined;
};

export type MemberList = {
  /** All that are listed, whatever was searched for. */
  total: number;
  found: number;
  /** `name` only of members who are in the network by name: a listed address tells nobody whether it is known here. */
  members: Member[];
  domains: string[];
};

const row = z.object({
  email: z.string(),
  name: z.string().nullable(),
  listedAs: z.string().nullable(),
  movedAt: z.coerce.date().nullable(),
  total: z.coerce.number(),
  found: z.coerce.number(),
});

/** Whether a text holds what was typed, whatever signs LIKE knows stand in it. */
const holds = (search: string): SQL =>
  search === ""
    ? sql`true`
    : sql`position(${search.toLowerCase()} in lower(concat_ws(' ', email, name, listed_as))) > 0`;

/** The members of a network for its office: listed addresses and people by name, and its domains. Undefined for others. */
export async function membersForOffice(
  viewer: Actor,
  { networkId, search }: { networkId: Id<"network">; search: string },
): Promise<MemberList | undefined> {
  if (!can(viewer, "members.manage", { networkId })) return undefined;
  const [{ rows }, domains] = await Promise.all([
    db().execute(sql`
      with listed as (
        select coalesce(m.email, a.email) as email, m.name, a.listed_as, a.moved_at
          from (select email, listed_as, moved_at from network_addresses where network_id = ${networkId}) a
          full join (select p.email, p.name from network_members n join people p on p.id = n.person_id
                      where n.network_id = ${networkId} and n.role = 'member') m on m.email = a.email)
      select '' as email, null as name, null as "listedAs", null as "movedAt", (select count(*) from listed) as total,
             (select count(*) from listed where ${holds(search)}) as found
      union all
      (select email, name, listed_as, moved_at, 0, 0 from listed where ${holds(search)} order by email limit ${MEMBERS_SHOWN})`),
    db()
      .select({ domain: networkDomains.domain })
      .from(networkDomains)
      .where(eq(networkDomains.networkId, networkId))
      .orderBy(asc(networkDomains.domain)),
  ]);
  const [numbers, ...members] = z.array(row).parse(rows);
  if (!numbers) throw new Error("the list of members has no numbers");
  return {
    total: numbers.total,
    found: numbers.found,
    members: members.map(({ email, name, listedAs, movedAt }) => ({
      email,
      name,
      moved: listedAs !== null && movedAt !== null ? { from: listedAs, at: movedAt } : undefined,
    })),
    domains: domains.map(({ domain }) => domain),
  };
}

export type RoleList = {
  holders: { personId: Id<"person">; name: string; email: string; role: OfficeRole }[];
  offers: { id: Id<"roleInvitation">; email: string; role: OfficeRole; expiresAt: Date }[];
};

/** Who has a role in a network's office and who was offered one; for its owners, undefined for others. */
export async function rolesForOffice(
  viewer: Actor,
  networkId: Id<"network">,
  now: Date,
): Promise<RoleList | undefined> {
  if (!can(viewer, "network.manage", { networkId })) return undefined;
  const [holders, offers] = await Promise.all([
    db()
      .select({ personId: people.id, name: people.name, email: people.email, role: networkMembers.role })
      .from(networkMembers)
      .innerJoin(people, eq(people.id, networkMembers.personId))
      .where(and(eq(networkMembers.networkId, networkId), ne(networkMembers.role, "member")))
      .orderBy(asc(people.name), asc(people.id)),
    db()
      .select()
      .from(roleInvitations)
      .where(
        and(eq(roleInvitations.networkId, networkId), isNull(roleInvitations.eventId), isOfferOpenAt(now)),
      )
      .orderBy(desc(roleInvitations.createdAt)),
  ]);
  return {
    holders: holders.flatMap(({ role, ...holder }) => (isOfficeRole(role) ? [{ ...holder, role }] : [])),
    offers: offers.flatMap(({ id, email, role, expiresAt }) =>
      isOfficeRole(role) ? [{ id, email, role, expiresAt }] : [],
    ),
  };
}
