import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { idempotencyAnswers } from "@/db/schema/kernel";
import type { Call } from "./command";

const actorKey = (call: Call): string => {
  if (call.actor.type === "person") return call.actor.personId;
  if (call.actor.type === "guest") return "guest";
  return call.actor.type;
};

/** The stored answer for this key, if the same actor gave it to the same command before. */
export async function recallAnswer<Value>(
  tx: Transaction,
  command: string,
  call: Call,
): Promise<{ value: Value } | undefined> {
  if (!call.idempotencyKey) return undefined;
  const key = and(
    eq(idempotencyAnswers.key, call.idempotencyKey),
    eq(idempotencyAnswers.command, command),
    eq(idempotencyAnswers.actor, actorKey(call)),
  );
  const [row] = await tx.select({ answer: idempotencyAnswers.answer }).from(idempotencyAnswers).where(key);
  // Only `rememberAnswer` of the same command writes this column, so the value has the command's own type.
  return row ? { value: row.answer as Value } : undefined;
}

/** Stores the answer beside the rows it tells of. Two equal keys at once: the second waits, then conflicts and repeats. */
export async function rememberAnswer(
  tx: Transaction,
  command: string,
  call: Call,
  value: unknown,
): Promise<void> {
  if (!call.idempotencyKey) return;
  await tx
    .insert(idempotencyAnswers)
    .values({ key: call.idempotencyKey, command, actor: actorKey(call), answer: value ?? null });
}
