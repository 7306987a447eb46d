import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** Until the transaction ends nobody else counts the mails to this address that anybody can cause. */
export async function takeTurns(tx: Transaction, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('typed-mails'), hashtext(${email}))`);
}
