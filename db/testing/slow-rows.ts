import { type SQL, sql } from "drizzle-orm";
import { db } from "../client";

type Slow = { on: "insert" | "update"; seconds: number; when?: SQL };

/**
 * For a race and its twin: each row that is written into this table from now on takes so long. That only widens the window which
 * is always there between what is looked at and what is written.
 */
export async function everyRowTakesTime(table: string, { on, seconds, when }: Slow): Promise<void> {
  await db().execute(sql`create or replace function take_time() returns trigger language plpgsql as
    $$ begin perform pg_sleep(tg_argv[0]::float8); return new; end $$`);
  await db().execute(sql`create trigger take_time before ${sql.raw(on)} on ${sql.identifier(table)}
    for each row ${when ? sql`when (${when})` : sql``} execute function take_time(${sql.raw(`'${seconds}'`)})`);
}

export const noRowTakesTime = (table: string) =>
  db().execute(sql`drop trigger take_time on ${sql.identifier(table)}`);
