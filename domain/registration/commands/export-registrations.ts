import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { exportRegistrationsInput } from "../schema";

/**
 * Says that somebody takes the list of an event away as a file: it writes nothing but the audit row, who it was and
 * when. The rows are read afterwards, by `listForExport`: an answer of a command may be stored, and names must not be.
 */
export const exportRegistrations = defineCommand({
  name: "export-registrations",
  input: exportRegistrationsInput,
  permission: "registration.export",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  mayKnow: (actor, event) => can(actor, "registration.list", event),
  run: async (_context, input) => ok(input),
});
