import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { roleInvitations } from "@/db/schema/alliance";
import { people } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockRoleOffer } from "../internal/role-offer";
import { setRole } from "../internal/roles";
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
    if (!offer) return undefined;
    const isProven = and(isNotNull(people.emailVerified), isNull(people.erasedAt));
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.email, offer.email), isProven));
    return person && { networkId: offer.networkId, ownerIds: [person.id], personId: person.id, offer };
  },
  run: async ({ tx, now }, { invitationId }, { offer, personId }) => {
    if (!isOfferOpen(offer, now)) return fail("conflict", "offer_over");
    const { networkId, role } = offer;
    if (!(await setRole(tx, { networkId, personId }, role))) return fail("conflict", "last_owner");
    await tx.update(roleInvitations).set({ acceptedAt: now }).where(eq(roleInvitations.id, invitationId));
    return ok({ networkId });
  },
});
