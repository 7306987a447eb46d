import { sql } from "drizzle-orm";
import type { asksForRepeat, databaseError } from "@/domain/kernel/failures";
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

type Failures = { asksForRepeat: typeof asksForRepeat; databaseError: typeof databaseError };

/** The kernel's look at failures, which counts each deadlock that Postgres ended before the command begins anew. */
export function countingDeadlocks<Module extends Failures>(
  real: Module,
  seen: { deadlocks: number },
): Module {
  const asksForRepeat: Failures["asksForRepeat"] = (error) => {
    if (real.databaseError(error)?.code === "40P01") seen.deadlocks += 1;
    return real.asksForRepeat(error);
  };
  return { ...real, asksForRepeat };
}
