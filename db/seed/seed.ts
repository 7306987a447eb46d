import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { alliances } from "@/db/schema/alliance";
import { clusterWeek } from "./cluster-week";
import { findDemoState, fingerprintOf, isUntouched, writeDemoState } from "./demo-state";
import { MINUTE } from "./timetable";
import { bumpPages, insertWeek, replaceProgramme } from "./write";

/** Any number, as long as every process asks for the same lock: two starts never seed at once. */
const SEED_LOCK = 7_046_002;
/** Dates younger than this stay: an event is live, and the next one has not begun. */
const FRESH_MS = 20 * MINUTE;
/** What a reset keeps: whoever listens has seen these numbers and would take smaller ones for old news. */
const KEPT = ["cache_tags", "channels"];

const exclusively = <Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> =>
  db().transaction(async (tx) => {
    // A busy machine may need longer for one statement than a page may.
    await tx.execute(sql`set local statement_timeout = '60s'`);
    await tx.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
    return work(tx);
  });

async function fill(tx: Transaction, now: Date) {
  const rows = clusterWeek(now);
  await insertWeek(tx, rows);
  await bumpPages(tx, rows, now);
  await writeDemoState(tx, rows, now);
}

async function empty(tx: Transaction) {
  const { rows } = await tx.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !KEPT.includes(name));
  await tx.execute(sql`truncate table ${sql.join(names.map(sql.identifier), sql`, `)}`);
}

export type Seeded = "seeded" | "already_seeded" | "foreign_data";

/** Writes the demo into a database without an alliance; leaves every other database alone. */
export const seedDemo = (now: Date): Promise<Seeded> =>
  exclusively(async (tx) => {
    if (await findDemoState(tx)) return "already_seeded";
    const [other] = await tx.select({ id: alliances.id }).from(alliances).limit(1);
    if (other) return "foreign_data";
    await fill(tx, now);
    return "seeded";
  });

export type Shifted = "shifted" | "fresh" | "touched" | "no_demo";

/** Moves the demo's dates so that something is live and something ahead, unless somebody has worked with it. */
export const shiftDemo = (now: Date): Promise<Shifted> =>
  exclusively(async (tx) => {
    const noted = await findDemoState(tx);
    if (!noted) return "no_demo";
    const age = now.getTime() - noted.anchor.getTime();
    if (age >= 0 && age < FRESH_MS) return "fresh";
    if (!(await isUntouched(tx, noted))) return "touched";
    const rows = clusterWeek(now);
    if (fingerprintOf(rows) !== noted.fingerprint) {
      await empty(tx);
      await fill(tx, now);
      return "shifted";
    }
    await replaceProgramme(tx, rows);
    await bumpPages(tx, rows, now);
    await writeDemoState(tx, rows, now);
    return "shifted";
  });

/** Deletes every row, sign-ins included, and writes the demo anew. For demo mode only: the caller has checked. */
export const resetDemo = (now: Date): Promise<void> =>
  exclusively(async (tx) => {
    await empty(tx);
    await fill(tx, now);
  });
