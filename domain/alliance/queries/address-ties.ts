import "server-only";
import { eq, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db, type Reader } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";

/** The networks that list this address or have offered a role to it, in the order in which everybody locks several. */
export async function networksKnowing(reader: Reader, email: string): Promise<Id<"network">[]> {
  const listing = reader
    .select({ networkId: networkAddresses.networkId })
    .from(networkAddresses)
    .where(eq(networkAddresses.email, email));
  const offering = reader
    .select({ networkId: roleInvitations.networkId })
    .from(roleInvitations)
    .where(eq(roleInvitations.email, email));
  const rows = await union(listing, offering);
  return rows.map(({ networkId }) => networkId).sort();
}

/** Of the networks that a person belongs to by their address: which come along to another one, and which do not. */
export type AddressTies = { carried: string[]; ending: string[] };

type Asked = {
  personId: Id<"person">;
  fromEmail: string;
  /** Not known yet where somebody is only about to ask: then it is any address of another domain. */
  toEmail?: string | undefined;
};

const tie = z.object({ name: z.string(), listed: z.boolean() });

/**
 * What a change of the address does to memberships, for the person it is about: lists come along, and so do roles. Being a
 * member by a domain ends, unless the new address is of one that the network counts too.
 */
export async function addressTies(
  { personId, fromEmail, toEmail = "" }: Asked,
  reader: Reader = db(),
): Promise<AddressTies> {
  const { rows } = await reader.execute(sql`
    select n.name, exists (select 1 from network_addresses a where a.network_id = n.id and a.email = ${fromEmail}) as listed
      from networks n
     where exists (select 1 from network_addresses a where a.network_id = n.id and a.email = ${fromEmail})
        or (exists (select 1 from network_domains d
                     where d.network_id = n.id and d.domain = split_part(${fromEmail}, '@', 2))
            and not exists (select 1 from network_domains d
                     where d.network_id = n.id and d.domain = split_part(${toEmail}, '@', 2))
            and not exists (select 1 from network_addresses a where a.network_id = n.id and a.email = ${toEmail})
            and not exists (select 1 from network_members m where m.network_id = n.id and m.person_id = ${personId}))
     order by n.name`);
  const ties = z.array(tie).parse(rows);
  const names = (listed: boolean) => ties.flatMap((one) => (one.listed === listed ? [one.name] : []));
  return { carried: names(true), ending: names(false) };
}

/** The same for whoever holds the mailed link of a change: undefined for everybody but the person whom it is about. */
export const tiesForViewer = async (
  viewer: Actor,
  change: Asked,
  reader: Reader = db(),
): Promise<AddressTies | undefined> =>
  viewer.type === "person" && viewer.personId === change.personId ? addressTies(change, reader) : undefined;
