import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { printPlanInput } from "../schema";

/**
 * Says that somebody takes the talks of an event away on paper: it writes nothing but the audit row. What is printed is
 * read afterwards: an answer of a command may be stored, and names must not be.
 */
export const printPlan = defineCommand({
  name: "print-plan",
  input: printPlanInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async (_context, input) => ok(input),
});
