import "server-only";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { events } from "@/db/schema/programme";
import { type Kept, type KeptOfEvent, keptDays, limitOf, type NetworkLimit } from "@/lib/privacy/retention";

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

/** People keep their places in what was put off until it has a new date; but nothing waits longer than registrations do. */
const whilePostponed = (kept: Kept): number => Math.max(keptDays[kept], keptDays.registrations);

/**
 * For how many days after its end the event of the query around it keeps such rows: as its network says, but never longer
 * than everybody does. What was put off has not ended when it was to, so its network's shorter times don't count yet.
 */
function daysKept(kept: Kept, limit: NetworkLimit | null): SQL {
  const most = sql`${keptDays[kept]}::int`;
  const chosen = limit
    ? sql`(select ${chosenDays[limit]} from ${networks} where ${networks.id} = ${events.networkId})`
    : most;
  return sql`case when ${events.status} = 'postponed' then ${whilePostponed(kept)}::int
    else least(coalesce(${chosen}, ${most}), ${most}) end`;
}

/** The instant after which the jobs delete such rows of the event of the query around it. */
export const keptUntil = (kept: KeptOfEvent | "unproven"): SQL => {
  const days = daysKept(kept, kept === "unproven" ? null : limitOf[kept]);
  // Days of 24 hours, whatever the clocks of the session's zone do.
  return sql`(${events.endsAt} + make_interval(hours => 24 * (${days})))`;
};

/** Whether that instant is over. */
export const isKeptNoLonger = (kept: KeptOfEvent | "unproven", now: Date): SQL =>
  sql`${keptUntil(kept)} < ${now.toISOString()}::timestamptz`;

/** Events that are over for as long as such rows are kept, as a part of a deletion. */
export const eventsForgetting = (reader: Reader, kept: KeptOfEvent, now: Date) =>
  reader.select({ id: events.id }).from(events).where(isKeptNoLonger(kept, now));

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
