import { pool } from "@/db/client";

/** Number of the lock that only one reconciler in the whole installation holds. */
export const RECONCILER = 7_305_001;

/**
 * Runs the work while holding an advisory lock on a connection of its own; undefined when another process has it.
 * No transaction is open meanwhile, because the work waits for LiveKit.
 */
export async function withAdvisoryLock<Value>(
  lock: number,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  const client = await pool().connect();
  let isBroken = false;
  try {
    const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [lock]);
    if (rows[0]?.held !== true) return undefined;
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock($1)", [lock]).catch(() => {
        isBroken = true;
      });
    }
  } finally {
    // A connection that may still hold the lock is thrown away, which frees it.
    client.release(isBroken);
  }
}
