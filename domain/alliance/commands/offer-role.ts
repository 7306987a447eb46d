import { and, eq, gt, isNull } from "drizzle-orm";
import { roleInvitations } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { roleOffered } from "../events";
import { lockNetwork } from "../internal/lock-network";
import { ROLE_OFFER_DAYS, ROLE_OFFERS_AN_HOUR } from "../rules";
import { offerRoleInput } from "../schema";

const DAY_MS = 24 * 3_600_000;

/**
 * Invites an address to a role in the network's office; a later offer to it takes the place of an open one. Nobody has
 * the role before they accept it. Reason: rate_limited after twenty within an hour.
 */
export const offerRole = defineCommand({
  name: "offer-role",
  input: offerRoleInput,
  permission: "network.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async ({ tx, now, emit }, { networkId, email, role, locale }) => {
    const ofNetwork = eq(roleInvitations.networkId, networkId);
    const lately = gt(roleInvitations.createdAt, new Date(now.getTime() - 3_600_000));
    if ((await tx.$count(roleInvitations, and(ofNetwork, lately))) >= ROLE_OFFERS_AN_HOUR)
      return fail("unavailable", "rate_limited");
    const open = and(isNull(roleInvitations.acceptedAt), isNull(roleInvitations.withdrawnAt));
    await tx
      .update(roleInvitations)
      .set({ withdrawnAt: now })
      .where(and(ofNetwork, eq(roleInvitations.email, email), open));
    const expiresAt = new Date(now.getTime() + ROLE_OFFER_DAYS * DAY_MS);
    const [made] = await tx
      .insert(roleInvitations)
      .values({ networkId, email, role, locale, expiresAt, createdAt: now })
      .returning({ invitationId: roleInvitations.id });
    if (!made) throw new Error("the offer was not stored");
    await emit({ kind: roleOffered, payload: { networkId, ...made } });
    return ok(made);
  },
});
