import { eq } from "drizzle-orm";
import { invitations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { invitationsMailed } from "../events";
import { isInvitationOpen } from "../rules";
import { invitationRef } from "../schema";

/** Nobody is reminded of an invitation more often, nor twice within an hour. */
const MOST_MAILS = 5;
const HOUR = 3_600_000;

/**
 * Mails an invitation of a list once more, with the code it had. Reasons: missing for a code that was never mailed,
 * invitation_over, mailed_lately.
 */
export const resendInvitation = defineCommand({
  name: "resend-invitation",
  input: invitationRef,
  permission: "invitation.manage",
  load: async ({ tx }, { invitationId }) => {
    const isIt = eq(invitations.id, invitationId);
    const [invitation] = await tx.select().from(invitations).where(isIt).for("update");
    const event = invitation && (await eventScope(tx, invitation.eventId));
    return event && { ...event, invitation };
  },
  run: async ({ tx, now, emit }, { invitationId }, { eventId, invitation }) => {
    const { email, mailing, mailedAt } = invitation;
    if (email === null) return fail("not_found", "missing");
    if (!isInvitationOpen(invitation, now)) return fail("conflict", "invitation_over");
    const isRecent = mailedAt !== null && now.getTime() - mailedAt.getTime() < HOUR;
    if (isRecent || mailing >= MOST_MAILS) return fail("unavailable", "mailed_lately");
    const again = { mailing: mailing + 1, mailedAt: now };
    await tx.update(invitations).set(again).where(eq(invitations.id, invitationId));
    await emit({ kind: invitationsMailed, payload: { eventId } });
    return ok({ invitationId });
  },
});
