import { defineCommand } from "@/domain/kernel/command";
import { lockNetwork } from "../internal/lock-network";
import { makeRoleOffer } from "../internal/role-offer";
import { offerRoleInput } from "../schema";

/**
 * Invites an address to a role in the network's office; a later offer to it takes the place of an open one. Nobody has
 * the role before they accept it. Reason: rate_limited after twenty within an hour.
 */
export const offerRole = defineCommand({
  name: "offer-role",
  input: offerRoleInput,
  permission: "network.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: (context, offered) => makeRoleOffer(context, { ...offered, eventId: null }),
});
