import type { z } from "zod";
import { db } from "@/db/client";
import { fail } from "@/lib/result";
import { now as clockNow } from "@/lib/time/clock";
import { can, type Scope } from "../policy";
import { type AuditEntry, writeAudit } from "./audit";
import type { Context } from "./context";
import type { Definition } from "./definition";
import type { Fact } from "./facts";
import { Rollback } from "./failures";

/** Who calls, in which transaction; `now` is set when the instant is already fixed. */
export type Ground = Omit<Context, "now" | "emit"> & { now?: Date | undefined };

/**
 * Load, authorise, run: one pass of one command inside a transaction that somebody else opened and ends.
 * Throws `Rollback` for every expected refusal.
 */
export async function attempt<Schema extends z.ZodType, Resource extends Scope, Value, Reason extends string>(
  definition: Definition<Schema, Resource, Value, Reason>,
  ground: Ground,
  input: z.output<Schema>,
): Promise<Value> {
  const { actor, ledger, requestId } = ground;
  const { name, permission } = definition;
  const early = ground.now ?? clockNow();
  const resource = await definition.load({ ...ground, now: early }, input);
  if (!resource) throw new Rollback(fail("not_found", "missing").failure);

  const entry = (outcome: string, at: Date): AuditEntry => ({
    at,
    command: name,
    permission,
    actor,
    scope: resource,
    outcome,
    requestId,
  });
  if (!can(actor, permission, resource)) {
    const known = definition.mayKnow?.(actor, resource) ?? false;
    const { failure } = known ? fail("forbidden", "not_allowed") : fail("not_found", "missing");
    throw new Rollback(failure, () => writeAudit(db(), entry("not_allowed", early)));
  }

  const now = ground.now ?? clockNow();
  const emit = async (fact: Fact) => {
    ledger.facts.push({ ...fact, at: now });
  };
  const told = ledger.facts.length;
  const result = await definition.run({ ...ground, now, emit }, input, resource);
  if (!result.ok) throw new Rollback(result.failure);
  const isSilent = definition.quiet === true && ledger.facts.length === told;
  if (!isSilent) ledger.audits.push(entry("ok", now));
  return result.value;
}
