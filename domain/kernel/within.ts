import type { z } from "zod";
import type { Actor } from "../policy";
import type { Command } from "./command";
import type { Context } from "./context";

/**
 * Another module's write inside this transaction and at this instant, by the same actor. Its failure rolls back
 * both, and the caller answers with the inner failure.
 */
export const within = <Schema extends z.ZodType, Value, Reason extends string>(
  context: Context,
  command: Command<Schema, Value, Reason>,
  input: z.input<Schema>,
): Promise<Value> => command.inside(context, input, context.actor);

/** The same, where somebody else acts: mostly `system`, for what follows by rule from what a person did. */
export const withinAs = <Schema extends z.ZodType, Value, Reason extends string>(
  { context, actor }: { context: Context; actor: Actor },
  command: Command<Schema, Value, Reason>,
  input: z.input<Schema>,
): Promise<Value> => command.inside(context, input, actor);
