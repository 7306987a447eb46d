import { eq } from "drizzle-orm";
import { invitations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { lockSeats } from "../internal/seat-plan";
import { invitationRef } from "../schema";

/** Ends an invitation. Who came by it keeps their seat; ending it again changes nothing. */
export const revokeInvitation = defineCommand({
  name: "revoke-invitation",
  input: invitationRef,
  permission: "invitation.manage",
  load: async ({ tx }, { invitationId }) => {
    const [found] = await tx.select().from(invitations).where(eq(invitations.id, invitationId));
    // Whoever registers by it holds the seats: either they were first, or they find it ended.
    const plan = found && (await lockSeats(tx, found.eventId));
    const event = plan && (await eventScope(tx, found.eventId));
    return event && { ...event, invitation: found };
  },
  run: async ({ tx, now }, { invitationId }, { invitation }) => {
    await tx
      .update(invitations)
      .set({ revokedAt: invitation.revokedAt ?? now })
      .where(eq(invitations.id, invitationId));
    return ok({ invitationId });
  },
});
