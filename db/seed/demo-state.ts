import { createHash } from "node:crypto";
import { and, count, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Reader, Transaction } from "@/db/client";
import { settings } from "@/db/schema/admin";
import { auditEntries } from "@/db/schema/kernel";
import { people } from "@/db/schema/people";
import { registrations } from "@/db/schema/registration";
import type { Rows } from "./rows";

const KEY = "demo";
const state = z.object({
  /** The instant the dates of the demo are relative to. */
  anchor: z.coerce.date(),
  /** Of the people and networks: another version of the seed has another one. */
  fingerprint: z.string(),
  people: z.int(),
  registrations: z.int(),
});
export type DemoState = z.infer<typeof state>;

/** Names the people and networks that the events hang on; without dates. */
export function fingerprintOf(rows: Rows): string {
  const names = [...rows.networks, ...rows.people].map(({ id, name }) => `${id} ${name}`);
  return createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 16);
}

/** What the seed noted; undefined in a database it has never written to. */
export async function findDemoState(reader: Reader): Promise<DemoState | undefined> {
  const [row] = await reader.select().from(settings).where(eq(settings.key, KEY));
  return row && state.parse(row.value);
}

export async function writeDemoState(tx: Transaction, rows: Rows, now: Date): Promise<void> {
  const value = {
    anchor: now.toISOString(),
    fingerprint: fingerprintOf(rows),
    people: rows.people.length,
    registrations: rows.registrations.length,
  };
  await tx
    .insert(settings)
    .values({ key: KEY, value, changedAt: now })
    .onConflictDoUpdate({ target: settings.key, set: { value, changedAt: now } });
}

/**
 * True while nobody but the seed has written. What the worker does by the clock, such as ending an event, does not
 * count; what a person or a visitor did, does.
 */
export async function isUntouched(reader: Reader, noted: DemoState): Promise<boolean> {
  const byPeople = and(inArray(auditEntries.actorKind, ["person", "guest"]), eq(auditEntries.outcome, "ok"));
  const [acts] = await reader.select({ n: count() }).from(auditEntries).where(byPeople);
  const [everybody] = await reader.select({ n: count() }).from(people);
  const [seats] = await reader.select({ n: count() }).from(registrations);
  // Old registrations go by the clock; more than there were, somebody has made.
  const nobodyCame = seats !== undefined && seats.n <= noted.registrations;
  return acts?.n === 0 && everybody?.n === noted.people && nobodyCame;
}
