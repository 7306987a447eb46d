import { eq } from "drizzle-orm";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockRoleOffer } from "../internal/role-offer";
import { roleInvitationRef } from "../schema";

/** An offered role can no longer be accepted. Reason: offer_over when it was accepted meanwhile. */
export const withdrawRoleOffer = defineCommand({
  name: "withdraw-role-offer",
  input: roleInvitationRef,
  permission: "network.manage",
  load: async ({ tx }, { invitationId }) => {
    const offer = await lockRoleOffer(tx, invitationId);
    if (!offer) return undefined;
    const { networkId, eventId } = offer;
    return { networkId, ...(eventId && { eventId }), offer };
  },
  run: async ({ tx, now }, { invitationId }, { offer }) => {
    if (offer.acceptedAt) return fail("conflict", "offer_over");
    if (!offer.withdrawnAt)
      await tx.update(roleInvitations).set({ withdrawnAt: now }).where(eq(roleInvitations.id, invitationId));
    return ok({ invitationId });
  },
});
