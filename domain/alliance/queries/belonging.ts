import "server-only";
import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Reader } from "@/db/client";
import { type Id, idOf } from "@/lib/ids";

/**
 * Networks of the person `p` of the query around it, each once: by a role, by a list of addresses or by a domain, of which
 * the last two count for proven addresses only. The same ways as `belongsTo`, for whoever counts many people at once.
 */
export const networksOfPerson = sql`(
  select m.network_id from network_members m where m.person_id = p.id
  union
  select a.network_id from network_addresses a where a.email = p.email and p.email_verified is not null
  union
  select d.network_id from network_domains d
   where d.domain = split_part(p.email, '@', 2) and p.email_verified is not null)`;

const belonging = z.array(z.object({ personId: idOf("person"), networkId: idOf("network") }));

/** One network of each of these people, always the same one; who belongs to none is not in it. */
export async function oneNetworkOf(
  personIds: readonly Id<"person">[],
  reader: Reader = db(),
): Promise<ReadonlyMap<Id<"person">, Id<"network">>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await reader.execute(sql`
    select p.id as "personId", min(b.network_id) as "networkId"
      from people p cross join lateral ${networksOfPerson} b
     where ${inArray(sql`p.id`, [...personIds])} and p.erased_at is null
     group by p.id`);
  return new Map(belonging.parse(rows).map(({ personId, networkId }) => [personId, networkId]));
}
