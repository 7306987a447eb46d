import { invitations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { instantOf, overReason } from "@/domain/programme/rules";
import { newCode } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { createInvitationInput } from "../schema";

/**
 * A code that lets so many people register, until a moment if one is named. Reasons: event_over, event_cancelled; the
 * field `expiresLocal` says what is wrong with the moment.
 */
export const createInvitation = defineCommand({
  name: "create-invitation",
  input: createInvitationInput,
  permission: "invitation.manage",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx, now }, { eventId, label, maxUses, expiresLocal }, event) => {
    const over = overReason(event, now);
    if (over) return fail("conflict", over);
    const expiresAt = expiresLocal === null ? null : instantOf(expiresLocal, event.timeZone);
    if (expiresAt === undefined)
      return fail("invalid", "input", { fields: { expiresLocal: ["time_does_not_exist"] } });
    if (expiresAt !== null && expiresAt <= now)
      return fail("invalid", "input", { fields: { expiresLocal: ["in_the_past"] } });
    const values = { eventId, label, maxUses, expiresAt, code: newCode(), createdAt: now };
    const [made] = await tx.insert(invitations).values(values).returning({ id: invitations.id });
    if (!made) throw new Error("the invitation was not stored");
    return ok({ invitationId: made.id });
  },
});
