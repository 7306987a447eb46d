import type { Transaction } from "@/db/client";
import type { Actor } from "../policy";

/** Something that has happened, in the past tense; `payload` holds ids only, never names or addresses. */
export type Fact = { kind: string; payload: Record<string, unknown> };

export type Context = {
  tx: Transaction;
  actor: Actor;
  /** The instant of this write. Taken after `load`, so after its locks: order is fair and ages are right. */
  now: Date;
  /** Writes the fact into the outbox of this transaction. */
  emit: (fact: Fact) => Promise<void>;
  requestId: string | undefined;
};
