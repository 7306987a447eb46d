import type { z } from "zod";
import type { Failure, Result } from "@/lib/result";
import type { Actor, Permission, Scope } from "../policy";
import type { Call, Context } from "./context";

/** What a command says of itself. `Value` is JSON: an idempotency key may have to bring it back. */
export type Definition<Schema extends z.ZodType, Resource extends Scope, Value, Reason extends string> = {
  /** verb-noun, as the file is named; stands in the audit. */
  name: string;
  input: Schema;
  permission: Permission;
  /** Loads, and locks when an invariant needs it, the row the permission is about. Undefined looks like missing. */
  load: (context: Omit<Context, "emit">, input: z.output<Schema>) => Promise<Resource | undefined>;
  run: (context: Context, input: z.output<Schema>, resource: Resource) => Promise<Result<Value, Reason>>;
  /** True when the actor may know that the row exists; only then a refusal says `forbidden`. Default: never. */
  mayKnow?: (actor: Actor, resource: Resource) => boolean;
  /** The row that many calls may wait for at once, such as an event's seats; they then line up for it, see `inLine`. */
  line?: (input: z.output<Schema>) => string;
  /** For what browsers repeat all day, such as heartbeats: no audit row for a success that told no fact. */
  quiet?: boolean;
  /** Turns a violated constraint into an expected refusal. */
  onConstraint?: Record<string, Failure<Reason>>;
  /** Runs after the rollback of a refusal, in transactions of its own: attempt counters and the like. */
  afterRefusal?: (call: Call, input: z.output<Schema>, failure: Failure) => Promise<void>;
};
