import "server-only";
import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "@/db/client";
import { admissions, placements } from "@/db/schema/rooms";
import { networksOfPerson } from "@/domain/alliance/queries/belonging";
import { type Id, idOf } from "@/lib/ids";

const count = z.coerce.number();
const lines = z.object({ good: count, poor: count, lost: count });
const ofNetwork = z.array(lines.extend({ id: idOf("network"), name: z.string() }));
export type Lines = z.infer<typeof lines> & { networks: z.infer<typeof ofNetwork> };

const counted = sql`count(*) filter (where ${placements.line} = 'good') as good,
  count(*) filter (where ${placements.line} = 'poor') as poor,
  count(*) filter (where ${placements.line} = 'lost') as lost`;

/**
 * What the connections of an event's open pages are like, by what their browsers last said. By networks too, because one
 * company's firewall or one site's line is what an office can do something about; each reader sees their own ones (P26).
 */
export async function linesOf(reader: Reader, eventId: Id<"event">, since: Date): Promise<Lines> {
  const open = and(
    eq(placements.eventId, eventId),
    isNotNull(placements.leaseId),
    gt(placements.lastSeenAt, since),
    isNotNull(placements.line),
  );
  const all = await reader.execute(sql`select ${counted} from ${placements} where ${open}`);
  const networks = await reader.execute(sql`
    select n.id, n.name, ${counted}
      from ${placements}
      join ${admissions} on ${admissions.id} = ${placements.admissionId}
      join people p on p.id = ${admissions.personId} and p.erased_at is null
     cross join lateral ${networksOfPerson} b
      join networks n on n.id = b.network_id
     where ${open}
     group by n.id, n.name
     order by n.name, n.id`);
  const [sum] = z.array(lines).parse(all.rows);
  return { ...(sum ?? { good: 0, poor: 0, lost: 0 }), networks: ofNetwork.parse(networks.rows) };
}
