import type { z } from "zod";
import { db } from "@/db/client";
import { logger } from "@/lib/logger";
import { type Failure, fail, type Result } from "@/lib/result";
import { together } from "@/lib/together";
import type { Actor, Permission, Scope } from "../policy";
import { attempt } from "./attempt";
import type { Call, Context } from "./context";
import type { Definition } from "./definition";
import { asksForRepeat, databaseError, fieldErrors, namesNobody, Rollback } from "./failures";
import { answerStatement, reserveAnswer } from "./idempotency";
import { emptyLedger, ledgerStatement } from "./ledger";
import { inLine } from "./line";

export type KernelReason = "input" | "missing" | "not_allowed" | "try_again";

export type Command<Schema extends z.ZodType, Value, Reason extends string> = {
  (call: Call): Promise<Result<Value, Reason | KernelReason>>;
  /** For `within` only. */
  inside: (context: Context, input: z.input<Schema>, actor: Actor) => Promise<Value>;
  readonly commandName: string;
  readonly permission: Permission;
  readonly input: Schema;
};

const REPEATS = 3;

/** Runs the work again when the database asks for it, a bounded number of times. */
async function repeating<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= REPEATS || !asksForRepeat(error)) throw error;
    }
  }
}

function gaveUp(command: string, error: unknown): Result<never, "try_again"> {
  logger.warn({ error, command }, "gave up after repeats");
  return fail("unavailable", "try_again");
}

/** The refusal that an error stands for, if the command expects it. */
function refusalIn(error: unknown, onConstraint: Record<string, Failure> = {}): Rollback | undefined {
  if (error instanceof Rollback) return error;
  if (namesNobody(error)) return new Rollback(fail("not_found", "missing").failure);
  const constraint = databaseError(error)?.constraint;
  const failure = constraint ? onConstraint[constraint] : undefined;
  return failure && new Rollback(failure);
}

/**
 * The one way to change state: parse, load and lock, authorise, run, record - in one transaction.
 * Server actions, route handlers, webhooks and jobs all call what this returns.
 */
export function defineCommand<Schema extends z.ZodType, Resource extends Scope, Value, Reason extends string>(
  definition: Definition<Schema, Resource, Value, Reason>,
): Command<Schema, Value, Reason> {
  const { name, permission, input: schema } = definition;

  const transact = async (call: Call, input: z.output<Schema>): Promise<Value> => {
    let recorded: Promise<unknown> = Promise.resolve();
    const value = await db().transaction(async (tx): Promise<Value> => {
      const slot = { tx, command: name, call };
      const earlier = await reserveAnswer<Value>(slot);
      if (earlier) return earlier.value;
      const { actor, requestId, now } = call;
      const ledger = emptyLedger();
      const given = await attempt(definition, { tx, actor, requestId, ledger, now }, input);
      // Both are whole before either is sent: what cannot be said ends the transaction here, before any commit.
      const whole = [ledgerStatement(ledger), answerStatement(slot, given)].map(
        (one) => one && tx.execute(one),
      );
      // Sent, and the commit right behind them, so that locks end a round trip sooner.
      recorded = together(whole.map(async (one) => one?.execute()));
      recorded.catch(() => undefined);
      return given;
    });
    // Where it failed, the commit was a rollback.
    await recorded;
    return value;
  };

  const command = async (call: Call): Promise<Result<Value, Reason | KernelReason>> => {
    const parsed = schema.safeParse(call.input);
    if (!parsed.success) return fail("invalid", "input", { fields: fieldErrors(parsed.error) });
    try {
      const work = () => repeating(() => transact(call, parsed.data));
      return { ok: true, value: await inLine(definition.line?.(parsed.data), work) };
    } catch (error) {
      if (asksForRepeat(error)) return gaveUp(name, error);
      const rollback = refusalIn(error, definition.onConstraint);
      if (!rollback) throw error;
      await rollback.afterRollback?.();
      await definition.afterRefusal?.(call, parsed.data, rollback.failure);
      // The reasons a definition can give are exactly those its `run` and `onConstraint` are typed with.
      return { ok: false, failure: rollback.failure as Failure<Reason | KernelReason> };
    }
  };

  const inside = async (context: Context, input: z.input<Schema>, actor: Actor): Promise<Value> => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new Error(`${name} was called within a command with bad input`);
    try {
      return await attempt(definition, { ...context, actor }, parsed.data);
    } catch (error) {
      // The caller knows nothing of the constraints of another module's tables.
      throw refusalIn(error, definition.onConstraint) ?? error;
    }
  };

  return Object.assign(command, { inside, commandName: name, permission, input: schema });
}
