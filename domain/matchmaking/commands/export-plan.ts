import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { exportPlanInput } from "../schema";

/**
 * Says that somebody takes the plan of an event away as a file, with everybody's names: writes nothing but the audit row.
 * The rows are read afterwards, by `planFile`: an answer of a command may be stored, and names must not be.
 */
export const exportPlan = defineCommand({
  name: "export-plan",
  input: exportPlanInput,
  permission: "registration.export",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  mayKnow: (actor, event) => can(actor, "registration.list", event),
  run: async (_context, input) => ok(input),
});
