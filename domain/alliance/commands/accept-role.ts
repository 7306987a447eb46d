import { eq } from "drizzle-orm";
import { roleInvitations } from "@/db/schema/alliance-roles";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { giveOffered, lockRoleOffer } from "../internal/role-offer";
import { provenPersonOf } from "../queries/people-of";
import { isOfferOpen } from "../rules";
import { roleInvitationRef } from "../schema";

/**
 * Takes an offered role on: only the person whose proven address it was mailed to; to everybody else it is missing.
 * Reasons: offer_over, last_owner when the network's only owner would become something else by it.
 */
export const acceptRole = defineCommand({
  name: "accept-role",
  input: roleInvitationRef,
  permission: "role.accept",
  load: async ({ tx }, { invitationId }) => {
    const offer = await lockRoleOffer(tx, invitationId);
    const personId = offer && (await provenPersonOf(tx, offer.email));
    if (!personId) return undefined;
    const { networkId, eventId } = offer;
    return { networkId, ...(eventId && { eventId }), ownerIds: [personId], personId, offer };
  },
  run: async (context, { invitationId }, { offer, personId }) => {
    const { tx, now } = context;
    if (!isOfferOpen(offer, now)) return fail("conflict", "offer_over");
    const { networkId, eventId } = offer;
    if (!(await giveOffered(context, offer, personId))) return fail("conflict", "last_owner");
    await tx.update(roleInvitations).set({ acceptedAt: now }).where(eq(roleInvitations.id, invitationId));
    return ok({ networkId, eventId });
  },
});
