import { type SQL, sql } from "drizzle-orm";
import { type AuditEntry, insertAudit } from "./audit";
import { insertFacts, OUTBOX_CHANNEL, type ToldFact } from "./facts";

/** What one transaction will say about itself: gathered while it runs, written once before it commits. */
export type Ledger = { audits: AuditEntry[]; facts: ToldFact[] };

export const emptyLedger = (): Ledger => ({ audits: [], facts: [] });

/**
 * What writes audit rows and facts in one statement, because each round trip inside a transaction is time under its
 * locks, and wakes the worker when, and only when, they are committed; undefined where there is nothing to say.
 */
export function ledgerStatement({ audits, facts }: Ledger): SQL | undefined {
  if (audits.length === 0) return undefined;
  const audited = insertAudit(audits);
  if (facts.length === 0) return audited;
  const kinds = sql.join(
    [...new Set(facts.map(({ kind }) => kind))].map((kind) => sql`${kind}`),
    sql`, `,
  );
  return sql`with audited as (${audited}), told as (${insertFacts(facts)})
        select pg_notify(${OUTBOX_CHANNEL}, kind) from unnest(array[${kinds}]::text[]) kind`;
}
