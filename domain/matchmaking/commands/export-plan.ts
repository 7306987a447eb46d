import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { exportPlanInput } from "../schema/plans";

/**
 * Says that somebody takes the talks of an event away as a file: it writes nothing but the audit row. The rows are read
 * afterwards: an answer of a command may be stored, and names must not be.
 */
export const exportPlan = defineCommand({
  name: "export-plan",
  input: exportPlanInput,
  permission: "plan.make",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async (_context, input) => ok(input),
});
