import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** What is done by one transaction at a time; of one name there is one promise. */
type Turn =
  | "sign-in"
  | "typed-mails"
  | "room-writes"
  | "calendar"
  | "event-addresses"
  | "templates"
  | "upload-room"
  | "invitations"
  | "taxonomy"
  | "entries"
  | "contacts"
  | "blocks"
  | "suggestions"
  | "news"
  | "talk-invitations";

/**
 * Waits until no other transaction does this with the same key, and holds it until the transaction ends: what is
 * counted or looked for from here on stays true. For what no row stands for; a row that is there is locked itself.
 */
export async function inTurn(tx: Transaction, what: Turn, key: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${what} ${key}`}, 0))`);
}

/** The same for many keys at once, in one order for everybody: two transactions that need some of the same wait in line. */
export async function inTurns(tx: Transaction, what: Turn, keys: readonly string[]): Promise<void> {
  const sorted = [...new Set(keys)].sort().map((key) => `${what} ${key}`);
  if (sorted.length === 0) return;
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(key, 0))
      from unnest(${sql.param(sorted)}::text[]) with ordinality as keys(key, place) order by place`,
  );
}
