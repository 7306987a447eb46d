import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { exportTalkReportInput } from "../schema";

/**
 * Says that somebody takes the report on an event's talks away: it writes nothing but the audit row. What is in the file
 * is read afterwards, because an answer of a command may be stored, and names must not be.
 */
export const exportTalkReport = defineCommand({
  name: "export-talk-report",
  input: exportTalkReportInput,
  permission: "talks.report",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  mayKnow: (actor, event) => can(actor, "registration.list", event),
  run: async (_context, input) => ok(input),
});
