import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type AuditEntry, insertAudit } from "./audit";
import { insertFacts, OUTBOX_CHANNEL, type ToldFact } from "./facts";

/** What one transaction will say about itself: gathered while it runs, written once before it commits. */
export type Ledger = { audits: AuditEntry[]; facts: ToldFact[] };

export const emptyLedger = (): Ledger => ({ audits: [], facts: [] });

/**
 * Writes audit rows and facts in one statement, because each round trip inside a transaction is time under its
 * locks, and wakes the worker when, and only when, they are committed. It is sent at once: the commit stands behind it.
 */
export async function writeLedger(tx: Transaction, { audits, facts }: Ledger): Promise<void> {
  if (audits.length === 0) return;
  const audited = insertAudit(audits);
  if (facts.length === 0) {
    await tx.execute(audited).execute();
    return;
  }
  const kinds = sql.join(
    [...new Set(facts.map(({ kind }) => kind))].map((kind) => sql`${kind}`),
    sql`, `,
  );
  const told = sql`with audited as (${audited}), told as (${insertFacts(facts)})
        select pg_notify(${OUTBOX_CHANNEL}, kind) from unnest(array[${kinds}]::text[]) kind`;
  await tx.execute(told).execute();
}
