import { type SQL, sql } from "drizzle-orm";
import { newId } from "@/lib/ids";

/** Channel on which the worker hears of new facts; the payload is a fact's kind, the rows say the rest. */
export const OUTBOX_CHANNEL = "plenum_outbox";

/** Something that has happened, in the past tense; `payload` holds ids only, never names or addresses. */
export type Fact = { kind: string; payload: Record<string, unknown> };

export type ToldFact = Fact & { at: Date };

const factRow = ({ kind, payload, at }: ToldFact): SQL =>
  sql`(${newId("fact")}, ${kind}, ${JSON.stringify(payload)}::jsonb, ${at.toISOString()}::timestamptz)`;

/** The statement that puts facts into the outbox, in the order in which they were emitted. */
export const insertFacts = (facts: readonly ToldFact[]): SQL =>
  sql`insert into outbox (id, kind, payload, created_at) values ${sql.join(facts.map(factRow), sql`, `)}`;
