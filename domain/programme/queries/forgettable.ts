import "server-only";
import { asc, eq, lt, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { events } from "@/db/schema/programme";
import { type Kept, keptSince } from "@/lib/privacy/retention";

type RowsOfEvents<Row extends { id: string }> = PgTable & {
  id: PgColumn;
  eventId: PgColumn;
  $inferSelect: Row;
};

/** Ids of a module's rows whose events are over for as long as such rows are kept, the oldest event first. */
export async function forgettableIds<Row extends { id: string }>(
  reader: Reader,
  table: RowsOfEvents<Row>,
  { kept, now, limit }: { kept: Kept; now: Date; limit: number },
): Promise<Row["id"][]> {
  const rows = await reader
    .select({ id: sql<Row["id"]>`${table.id}` })
    .from(events)
    .innerJoin(table, eq(table.eventId, events.id))
    .where(lt(events.endsAt, keptSince(kept, now)))
    .orderBy(asc(events.endsAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}
