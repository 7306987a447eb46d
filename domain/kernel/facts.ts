import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { newId } from "@/lib/ids";
import type { Fact } from "./context";

/** Channel on which the worker hears of new facts; the payload is empty because the rows say it all. */
export const OUTBOX_CHANNEL = "plenum_outbox";

/** Writes a fact beside the rows it tells of and wakes the worker when, and only when, they are committed. */
export async function writeFact(tx: Transaction, fact: Fact, now: Date): Promise<void> {
  await tx
    .insert(outbox)
    .values({ id: newId("fact"), kind: fact.kind, payload: fact.payload, createdAt: now });
  await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
}
