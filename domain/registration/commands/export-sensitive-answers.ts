import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { exportRegistrationsInput } from "../schema";

/**
 * Says that somebody takes away what was answered in confidence. Like `exportRegistrations`, which comes before it, it
 * writes nothing but the audit row.
 */
export const exportSensitiveAnswers = defineCommand({
  name: "export-sensitive-answers",
  input: exportRegistrationsInput,
  permission: "answers.readSensitive",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  mayKnow: (actor, event) => can(actor, "registration.list", event),
  run: async (_context, input) => ok(input),
});
