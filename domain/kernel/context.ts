import type { Transaction } from "@/db/client";
import type { Actor } from "../policy";
import type { Fact } from "./facts";
import type { Ledger } from "./ledger";

/** One call of a command, as a door makes it. */
export type Call = {
  actor: Actor;
  input: unknown;
  /** Fixed instant for tests and jobs; otherwise the clock, read after the locks of `load`. */
  now?: Date;
  requestId?: string | undefined;
  /** A key the browser made for this one intention; a repeat gets the stored answer. */
  idempotencyKey?: string | undefined;
  /** What the key stands for, where the input names what was made for this request alone, such as a kept file. */
  intention?: unknown;
};

export type Context = {
  tx: Transaction;
  actor: Actor;
  /** The instant of this write. Taken after `load`, so after its locks: order is fair and ages are right. */
  now: Date;
  /** Puts the fact into the outbox of this transaction; it is written when the command has succeeded. */
  emit: (fact: Fact) => Promise<void>;
  /** The kernel's own: shared by a command and those it calls `within`. */
  ledger: Ledger;
  requestId: string | undefined;
};
