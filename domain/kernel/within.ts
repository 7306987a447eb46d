import type { z } from "zod";
import type { Actor } from "../policy";
import type { Command } from "./command";
import type { Context } from "./context";

/**
 * Another module's write inside this transaction and at this instant. Its failure rolls back both: the caller
 * answers with the inner failure unless it catches it. `as` names who acts; by default the caller's actor.
 */
export const within = <Schema extends z.ZodType, Value, Reason extends string>(
  context: Context,
  command: Command<Schema, Value, Reason>,
  input: z.input<Schema>,
  as: Actor = context.actor,
): Promise<Value> => command.inside(context, input, as);
