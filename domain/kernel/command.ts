import type { z } from "zod";
import { db } from "@/db/client";
import { type Failure, fail, type Result } from "@/lib/result";
import { now as clockNow } from "@/lib/time/clock";
import { type Actor, can, type Permission, type Scope } from "../policy";
import { writeAudit } from "./audit";
import type { Context, Fact } from "./context";
import { writeFact } from "./facts";
import { asksForRepeat, databaseError, fieldErrors, Rollback } from "./failures";
import { recallAnswer, rememberAnswer } from "./idempotency";

export type Call = {
  actor: Actor;
  input: unknown;
  /** Fixed instant for tests and jobs; otherwise the clock, read after the locks of `load`. */
  now?: Date;
  requestId?: string | undefined;
  /** A key the browser made for this one intention; a repeat gets the stored answer. */
  idempotencyKey?: string | undefined;
};

export type KernelReason = "input" | "missing" | "not_allowed" | "try_again";

type Definition<Schema extends z.ZodType, Resource extends Scope, Value, Reason extends string> = {
  /** verb-noun, as the file is named; stands in the audit. */
  name: string;
  input: Schema;
  permission: Permission;
  /** Loads, and locks when an invariant needs it, the row the permission is about. Undefined looks like missing. */
  load: (context: Omit<Context, "emit">, input: z.output<Schema>) => Promise<Resource | undefined>;
  run: (context: Context, input: z.output<Schema>, resource: Resource) => Promise<Result<Value, Reason>>;
  /** True when the actor may know that the row exists; only then a refusal says `forbidden`. Default: never. */
  mayKnow?: (actor: Actor, resource: Resource) => boolean;
  /** Turns a violated constraint into an expected refusal. */
  onConstraint?: Record<string, Failure<Reason>>;
  /** Written in a transaction of its own when the command refuses: attempt counters and the like. */
  afterRefusal?: (call: Call, input: z.output<Schema>, failure: Failure) => Promise<void>;
};

export type Command<Schema extends z.ZodType, Value, Reason extends string> = {
  (call: Call): Promise<Result<Value, Reason | KernelReason>>;
  /** For `within` only. */
  inside: (context: Context, input: z.input<Schema>, actor: Actor) => Promise<Value>;
  readonly commandName: string;
  readonly permission: Permission;
  readonly input: Schema;
};

const REPEATS = 3;

/**
 * The one way to change state: parse, load and lock, authorise, run, record - in one transaction.
 * Server actions, route handlers, webhooks and jobs all call what this returns.
 */
export function defineCommand<Schema extends z.ZodType, Resource extends Scope, Value, Reason extends string>(
  definition: Definition<Schema, Resource, Value, Reason>,
): Command<Schema, Value, Reason> {
  const attempt = async (
    context: Omit<Context, "now" | "emit">,
    input: z.output<Schema>,
    fixedNow?: Date,
  ) => {
    const { tx, actor } = context;
    const early = fixedNow ?? clockNow();
    const resource = await definition.load({ ...context, now: early }, input);
    if (!resource) throw new Rollback(fail("not_found", "missing").failure);
    if (!can(actor, definition.permission, resource)) {
      const known = definition.mayKnow?.(actor, resource) ?? false;
      throw new Rollback(
        fail(known ? "forbidden" : "not_found", known ? "not_allowed" : "missing").failure,
        () => audit(actor, resource, "not_allowed", early, context.requestId),
      );
    }
    const now = fixedNow ?? clockNow();
    const emit = (fact: Fact) => writeFact(tx, fact, now);
    const result = await definition.run({ ...context, now, emit }, input, resource);
    if (!result.ok) throw new Rollback(result.failure);
    await writeAudit(tx, entry(actor, resource, "ok", now, context.requestId));
    return result.value;
  };

  const entry = (actor: Actor, scope: Scope, outcome: string, at: Date, requestId: string | undefined) => ({
    at,
    command: definition.name,
    permission: definition.permission,
    actor,
    scope,
    outcome,
    requestId,
  });
  const audit = (actor: Actor, scope: Scope, outcome: string, at: Date, requestId: string | undefined) =>
    writeAudit(db(), entry(actor, scope, outcome, at, requestId));

  const once = async (call: Call, input: z.output<Schema>): Promise<Value> => {
    for (let tries = 1; ; tries++) {
      try {
        return await db().transaction(async (tx) => {
          const recalled = await recallAnswer<Value>(tx, definition.name, call);
          if (recalled) return recalled.value;
          const value = await attempt({ tx, actor: call.actor, requestId: call.requestId }, input, call.now);
          await rememberAnswer(tx, definition.name, call, value);
          return value;
        });
      } catch (error) {
        if (asksForRepeat(error) && tries < REPEATS) continue;
        throw error;
      }
    }
  };

  const refused = (error: unknown): Rollback | undefined => {
    if (error instanceof Rollback) return error;
    const constraint = databaseError(error)?.constraint;
    const failure = constraint ? definition.onConstraint?.[constraint] : undefined;
    return failure ? new Rollback(failure) : undefined;
  };

  const command = async (call: Call): Promise<Result<Value, Reason | KernelReason>> => {
    const parsed = definition.input.safeParse(call.input);
    if (!parsed.success) return fail("invalid", "input", { fields: fieldErrors(parsed.error) });
    try {
      return { ok: true, value: await once(call, parsed.data) };
    } catch (error) {
      const rollback = refused(error);
      if (!rollback) throw error;
      await rollback.afterRollback?.();
      await definition.afterRefusal?.(call, parsed.data, rollback.failure);
      // The reasons a definition can give are exactly those its `run` and `onConstraint` are typed with.
      return { ok: false, failure: rollback.failure as Failure<Reason | KernelReason> };
    }
  };

  const inside = async (context: Context, input: z.input<Schema>, actor: Actor): Promise<Value> => {
    const parsed = definition.input.safeParse(input);
    if (!parsed.success) throw new Error(`${definition.name} was called within a command with bad input`);
    return attempt({ tx: context.tx, actor, requestId: context.requestId }, parsed.data, context.now);
  };

  return Object.assign(command, {
    inside,
    commandName: definition.name,
    permission: definition.permission,
    input: definition.input,
  });
}
