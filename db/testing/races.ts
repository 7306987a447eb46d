import { eq, sql } from "drizzle-orm";
import pg from "pg";
import type { Id } from "@/lib/ids";
import type { Transaction } from "../client";
import { seatPlans } from "../schema/registration";

const RUNS = 12;

/**
 * The most that a race without its guard gives, in up to a dozen runs: it stops at the first run above what is allowed.
 * On a busy machine one run can pass by luck; a twin that passes a dozen times in a row has lost its point.
 */
export async function worstOf(race: () => Promise<number>, allowed: number): Promise<number> {
  let worst = Number.NEGATIVE_INFINITY;
  for (let run = 0; run < RUNS && worst <= allowed; run++) worst = Math.max(worst, await race());
  return worst;
}

type Plan = typeof seatPlans.$inferSelect;
type Locking = { lockSeats: (tx: Transaction, eventId: Id<"event">) => Promise<Plan | undefined> };

/** The module of seats for a race and its twin: while the guard is off, the plan is read without its lock. */
export function withSwitch<Module extends Locking>(real: Module, guard: { on: boolean }): Module {
  const lockSeats: Locking["lockSeats"] = async (tx, eventId) => {
    if (guard.on) return real.lockSeats(tx, eventId);
    const [plan] = await tx.select().from(seatPlans).where(eq(seatPlans.eventId, eventId));
    // The pause only widens the window that is always there between reading and writing.
    await tx.execute(sql`select pg_sleep(0.02)`);
    return plan;
  };
  return { ...real, lockSeats };
}

function rewritten(query: unknown, pattern: RegExp, kept: string): unknown {
  if (typeof query === "string") return query.replace(pattern, kept);
  if (typeof query !== "object" || query === null || !("text" in query)) return query;
  return typeof query.text === "string" ? { ...query, text: query.text.replace(pattern, kept) } : query;
}

/** Every statement that fits goes to the database with only this of it, until what this gives puts it back. */
function rewriting(pattern: RegExp, kept: string): () => void {
  const guarded = pg.Client.prototype.query;
  pg.Client.prototype.query = new Proxy(guarded, {
    apply: (send, client, [query, ...more]: unknown[]) =>
      Reflect.apply(send, client, [rewritten(query, pattern, kept), ...more]),
  });
  return () => {
    pg.Client.prototype.query = guarded;
  };
}

/**
 * For the twin of a race whose one guard is a row lock: rows of this table are read without it from now on, whoever reads
 * them. Gives what puts it back.
 */
export const withoutLockOn = (table: string): (() => void) =>
  rewriting(new RegExp(`^(select .+ from "${table}" .+) for update(?: skip locked)?$`, "s"), "$1");

/**
 * For the twin of a race whose guard is a unique constraint that an insert asks for: it asks for the id, which is always
 * new, and inserts whatever is there.
 */
export const withoutConflictOn = (table: string, column: string): (() => void) =>
  rewriting(new RegExp(`^(insert into "${table}" .+ on conflict \\()"${column}"(\\) .+)$`, "s"), '$1"id"$2');
