import { DrizzleQueryError, eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { entries } from "@/db/schema/board";
import { cacheTags } from "@/db/schema/kernel";
import { mails } from "@/db/schema/notifications";
import { events, series, seriesNetworks } from "@/db/schema/programme";
import { foundation, programme, type Rows } from "./rows";

/** Postgres takes 65,535 parameters in a statement; the widest table here has some 20 columns. */
const ROWS_PER_STATEMENT = 1_000;

async function insertAll(tx: Transaction, table: PgTable, rows: readonly Record<string, unknown>[]) {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    try {
      await tx.insert(table).values(rows.slice(from, from + ROWS_PER_STATEMENT));
    } catch (error) {
      // Drizzle's message repeats a thousand rows; what Postgres said is one line.
      throw error instanceof DrizzleQueryError ? error.cause : error;
    }
  }
}

type Group = typeof foundation | typeof programme;

async function insertGroup(tx: Transaction, group: Group, rows: Rows) {
  const lists: Record<string, Record<string, unknown>[]> = rows;
  for (const [name, table] of Object.entries(group)) await insertAll(tx, table, lists[name] ?? []);
}

/** Writes all rows into empty tables. */
export async function insertWeek(tx: Transaction, rows: Rows): Promise<void> {
  await insertGroup(tx, foundation, rows);
  await insertAll(tx, series, rows.series);
  await insertAll(tx, seriesNetworks, rows.seriesNetworks);
  await insertAll(tx, entries, rows.entries);
  await insertGroup(tx, programme, rows);
}

/** Replaces the events, and all that hangs on them, by the same ones with other dates. People stay as they are. */
export async function replaceProgramme(tx: Transaction, rows: Rows): Promise<void> {
  // Reminders of the former dates would keep those of the new ones from being written.
  await tx.delete(mails).where(sql`${mails.eventId} is not null`);
  await tx.delete(events);
  for (const { id, ...row } of rows.series) if (id) await tx.update(series).set(row).where(eq(series.id, id));
  await tx.delete(entries);
  await insertAll(tx, entries, rows.entries);
  await insertGroup(tx, programme, rows);
}

/** Tells every process that holds a rendered page of the demo to render it anew. */
export async function bumpPages(tx: Transaction, rows: Rows, now: Date): Promise<void> {
  const tags = [
    "calendar",
    ...rows.events.map(({ slug }) => `e/${slug}`),
    ...rows.series.map(({ slug }) => `s/${slug}`),
    ...rows.networks.map(({ slug }) => `n/${slug}`),
  ];
  await tx
    .insert(cacheTags)
    .values(tags.map((tag) => ({ tag, bumpedAt: now })))
    .onConflictDoUpdate({
      target: cacheTags.tag,
      set: { version: sql`${cacheTags.version} + 1`, bumpedAt: now },
    });
  for (const tag of tags) await tx.execute(sql`select pg_notify('plenum_cache', ${tag})`);
}
