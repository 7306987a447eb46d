import { createHash } from "node:crypto";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { idempotencyAnswers } from "@/db/schema/kernel";
import type { Call } from "./context";

type Slot = { tx: Transaction; command: string; call: Call };

const digest = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("base64url");

/** Guests are told apart by the mailed links they hold: an answer may give what such a link has proven. */
function actorKey({ actor }: Call): string {
  if (actor.type === "person") return actor.personId;
  if (actor.type !== "guest") return actor.type;
  const proven = actor.seats.flatMap(({ via, registrationId }) => (via === "mail" ? [registrationId] : []));
  return proven.length === 0 ? "guest" : `guest ${digest(proven.sort())}`;
}

/** A key stands for one intention: with other input it is another one, whoever made the first. */
const storedKey = (key: string, { input, intention = input }: Call): string => `${key} ${digest(intention)}`;

const isSlot = (key: string, { command, call }: Slot) =>
  and(
    eq(idempotencyAnswers.key, storedKey(key, call)),
    eq(idempotencyAnswers.command, command),
    eq(idempotencyAnswers.actor, actorKey(call)),
  );

/**
 * Takes the place of this key, or gives the answer that was stored under it for the same actor, command
 * and input.
 * A twin that comes while the first one works waits here for its commit, so both get one and the same answer.
 */
export async function reserveAnswer<Value>(slot: Slot): Promise<{ value: Value } | undefined> {
  const { tx, command, call } = slot;
  const key = call.idempotencyKey;
  if (!key) return undefined;
  const taken = await tx
    .insert(idempotencyAnswers)
    .values({ key: storedKey(key, call), command, actor: actorKey(call), answer: sql`'null'::jsonb` })
    .onConflictDoNothing()
    .returning({ key: idempotencyAnswers.key });
  if (taken.length > 0) return undefined;
  const [row] = await tx
    .select({ answer: idempotencyAnswers.answer })
    .from(idempotencyAnswers)
    .where(isSlot(key, slot));
  // Only `answerStatement` of the same command writes this column, so the value has the command's own type.
  return row && { value: row.answer as Value };
}

/** What stores the answer beside the rows it tells of, in the place that `reserveAnswer` took; undefined without a key. */
export function answerStatement(slot: Slot, value: unknown): SQL | undefined {
  const key = slot.call.idempotencyKey;
  if (!key) return undefined;
  const answer = JSON.stringify(value ?? null);
  return sql`update ${idempotencyAnswers} set answer = ${answer}::jsonb where ${isSlot(key, slot)}`;
}
