import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { exportPollsInput } from "../schema/polls";

/**
 * Says that somebody takes the results of an event's polls away: it writes nothing but the audit row. Results name nobody, so
 * whoever sees the desk may.
 */
export const exportPolls = defineCommand({
  name: "export-polls",
  input: exportPollsInput,
  permission: "event.readDesk",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  mayKnow: (actor, event) => can(actor, "event.readDesk", event),
  run: async (_context, input, { slug }) => ok({ ...input, slug }),
});
