import "server-only";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { events } from "@/db/schema/programme";
import { type KeptOfEvent, keptDays, limitOf, type NetworkLimit } from "@/lib/privacy/retention";

type RowsOfEvents<Row extends { id: string }> = PgTable & {
  id: PgColumn;
  eventId: PgColumn;
  $inferSelect: Row;
};

const chosenDays = {
  registrations: networks.keptRegistrations,
  sensitive: networks.keptSensitive,
  chat: networks.keptChat,
} satisfies Record<NetworkLimit, PgColumn>;

/**
 * Whether the event of the query around it is over for as long as its network keeps such rows: as long as everybody does,
 * or shorter. A network that would ask for more is kept to the limit.
 */
export function isKeptNoLonger(kept: KeptOfEvent, now: Date): SQL {
  const limit = limitOf[kept];
  const most = sql`${keptDays[kept]}::int`;
  const chosen = limit
    ? sql`(select ${chosenDays[limit]} from ${networks} where ${networks.id} = ${events.networkId})`
    : most;
  const days = sql`least(coalesce(${chosen}, ${most}), ${most})`;
  // Days of 24 hours, whatever the clocks of the session's zone do.
  return sql`${events.endsAt} < ${now.toISOString()}::timestamptz - make_interval(hours => 24 * ${days})`;
}

/** Ids of a module's rows whose events are over for as long as such rows are kept, the oldest event first. */
export async function forgettableIds<Row extends { id: string }>(
  reader: Reader,
  table: RowsOfEvents<Row>,
  { kept, now, limit }: { kept: KeptOfEvent; now: Date; limit: number },
): Promise<Row["id"][]> {
  const rows = await reader
    .select({ id: sql<Row["id"]>`${table.id}` })
    .from(events)
    .innerJoin(table, eq(table.eventId, events.id))
    .where(isKeptNoLonger(kept, now))
    .orderBy(asc(events.endsAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}
