import "server-only";
import { and, asc, eq, getTableColumns, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { db, type Reader, type Transaction } from "@/db/client";
import { factDeliveries, outbox } from "@/db/schema/kernel";
import { now } from "@/lib/time/clock";

/** A fact as it was written: `payload` is parsed by whoever reads it. */
export type StoredFact = { id: string; kind: string; payload: unknown; at: Date };

/** Somebody who does something about facts. Its name stands in the deliveries, so it must never change. */
export type Subscriber = { name: string; handle: (fact: StoredFact) => Promise<void> };

type Lane = {
  subscribersOf: (kind: string) => readonly Subscriber[];
  /** Only facts of these kinds, or all but them. */
  kinds?: { only: readonly string[] } | { except: readonly string[] };
  /** Facts that failed a moment ago and wait for another try. */
  skip?: readonly string[];
};

/** A subscriber threw; the fact stays in the outbox and will come again. */
export class DeliveryFailed extends Error {
  constructor(
    readonly fact: StoredFact,
    readonly subscriber: string,
    cause: unknown,
  ) {
    super(`${subscriber} failed on ${fact.kind}`, { cause });
  }
}

const laneCondition = (kinds: Lane["kinds"]) => {
  if (kinds === undefined) return undefined;
  return "only" in kinds ? inArray(outbox.kind, [...kinds.only]) : notInArray(outbox.kind, [...kinds.except]);
};

/**
 * Hands the oldest waiting fact to its subscribers and marks it as told. False when none waits. Several processes may
 * call it at once: each fact is held by one of them. A crash in between repeats a subscriber, never skips one.
 * Throws DeliveryFailed, and whatever the database throws while it is away.
 */
export async function deliverNextFact({ subscribersOf, kinds, skip = [] }: Lane): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [row] = await tx
      .select({ ...getTableColumns(outbox), told })
      .from(outbox)
      .where(
        and(
          isNull(outbox.dispatchedAt),
          laneCondition(kinds),
          skip.length > 0 ? notInArray(outbox.id, [...skip]) : undefined,
        ),
      )
      .orderBy(asc(outbox.seq))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!row) return false;
    const fact = { id: row.id, kind: row.kind, payload: row.payload, at: row.createdAt };
    const waiting = subscribersOf(row.kind).filter(({ name }) => !row.told.includes(name));
    await heldOpen(tx, () => tell(fact, waiting));
    await recordDeliveries(tx, fact, waiting);
    await tx.update(outbox).set({ dispatchedAt: now() }).where(eq(outbox.seq, row.seq));
    return true;
  });
}

/** Who was told of a fact when an earlier try ended with somebody else's failure. */
const told = sql<
  string[]
>`array(select ${factDeliveries.subscriber} from ${factDeliveries} where ${factDeliveries.factId} = ${outbox.id})`;

async function recordDeliveries(reader: Reader, fact: StoredFact, subscribers: readonly Subscriber[]) {
  if (subscribers.length === 0) return;
  await reader
    .insert(factDeliveries)
    .values(subscribers.map(({ name }) => ({ factId: fact.id, subscriber: name, doneAt: now() })))
    .onConflictDoNothing();
}

const STILL_HERE_MS = 3_000;

/** Postgres ends transactions that idle for ten seconds, and telling five hundred people of a change takes longer. */
async function heldOpen(tx: Transaction, work: () => Promise<void>): Promise<void> {
  const timer = setInterval(() => void tx.execute(sql`select 1`).catch(() => undefined), STILL_HERE_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}

/** Tells one subscriber after the other; what they did before one failed is kept, so that they need not repeat it. */
async function tell(fact: StoredFact, subscribers: readonly Subscriber[]): Promise<void> {
  for (const [index, subscriber] of subscribers.entries()) {
    try {
      await subscriber.handle(fact);
    } catch (cause) {
      // Outside of the transaction that holds the fact, because that one is about to be rolled back.
      await recordDeliveries(db(), fact, subscribers.slice(0, index));
      throw new DeliveryFailed(fact, subscriber.name, cause);
    }
  }
}
