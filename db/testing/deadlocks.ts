import { sql } from "drizzle-orm";
import { db } from "../client";

type Table = "outbox" | "rounds";

/** Whoever inserts into this table is told by Postgres that it ended a deadlock, each time, until it is said otherwise. */
export async function everyStatementDeadlocks(table: Table): Promise<void> {
  await db().execute(sql`create or replace function deadlocks() returns trigger language plpgsql as
    $$ begin raise exception 'deadlock detected' using errcode = '40P01'; end $$`);
  await db().execute(sql`create trigger deadlocks before insert on ${sql.identifier(table)}
    for each row execute function deadlocks()`);
}

export const noStatementDeadlocks = (table: Table) =>
  db().execute(sql`drop trigger deadlocks on ${sql.identifier(table)}`);
