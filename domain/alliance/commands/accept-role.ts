import { eq } from "drizzle-orm";
import { roleInvitations } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockRoleOffer } from "../internal/role-offer";
import { setRole } from "../internal/roles";
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
    return personId && { networkId: offer.networkId, ownerIds: [personId], personId, offer };
  },
  run: async ({ tx, now }, { invitationId }, { offer, personId }) => {
    if (!isOfferOpen(offer, now)) return fail("conflict", "offer_over");
    const { networkId, role } = offer;
    if (!(await setRole(tx, { networkId, personId }, role))) return fail("conflict", "last_owner");
    await tx.update(roleInvitations).set({ acceptedAt: now }).where(eq(roleInvitations.id, invitationId));
    return ok({ networkId });
  },
});
