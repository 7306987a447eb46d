import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { exportReportInput } from "../schema/afterwards";

/** Says that somebody takes the report on an event away: it writes nothing but the audit row. */
export const exportReport = defineCommand({
  name: "export-report",
  input: exportReportInput,
  permission: "attendance.read",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  mayKnow: (actor, event) => can(actor, "registration.list", event),
  run: async (_context, input) => ok(input),
});
