import { certificateRules } from "@/db/schema/attendance-afterwards";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { certificateRuleInput } from "../schema/afterwards";

/** From how many minutes on an event gives certificates, or that it gives none. */
export const setCertificateRule = defineCommand({
  name: "set-certificate-rule",
  input: certificateRuleInput,
  permission: "certificate.rule",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, rule) => {
    await tx
      .insert(certificateRules)
      .values(rule)
      .onConflictDoUpdate({ target: certificateRules.eventId, set: rule });
    return ok(rule);
  },
});
