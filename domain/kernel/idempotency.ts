import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { idempotencyAnswers } from "@/db/schema/kernel";
import type { Call } from "./context";

type Slot = { tx: Transaction; command: string; call: Call };

const actorKey = ({ actor }: Call): string => (actor.type === "person" ? actor.personId : actor.type);

const isSlot = (key: string, { command, call }: Slot) =>
  and(
    eq(idempotencyAnswers.key, key),
    eq(idempotencyAnswers.command, command),
    eq(idempotencyAnswers.actor, actorKey(call)),
  );

/**
 * Takes the place of this key, or gives the answer that was stored under it for the same actor and command.
 * A twin that comes while the first one works waits here for its commit, so both get one and the same answer.
 */
export async function reserveAnswer<Value>(slot: Slot): Promise<{ value: Value } | undefined> {
  const { tx, command, call } = slot;
  const key = call.idempotencyKey;
  if (!key) return undefined;
  const taken = await tx
    .insert(idempotencyAnswers)
    .values({ key, command, actor: actorKey(call), answer: sql`'null'::jsonb` })
    .onConflictDoNothing()
    .returning({ key: idempotencyAnswers.key });
  if (taken.length > 0) return undefined;
  const [row] = await tx
    .select({ answer: idempotencyAnswers.answer })
    .from(idempotencyAnswers)
    .where(isSlot(key, slot));
  // Only `rememberAnswer` of the same command writes this column, so the value has the command's own type.
  return row && { value: row.answer as Value };
}

/** Stores the answer beside the rows it tells of, in the place that `reserveAnswer` took. */
export async function rememberAnswer(slot: Slot, value: unknown): Promise<void> {
  const key = slot.call.idempotencyKey;
  if (!key) return;
  const answer = sql`${JSON.stringify(value ?? null)}::jsonb`;
  await slot.tx.update(idempotencyAnswers).set({ answer }).where(isSlot(key, slot));
}
