import { defineCommand } from "@/domain/kernel/command";
import { lockNetworkOf } from "../internal/event-roles";
import { makeRoleOffer } from "../internal/role-offer";
import { offerEventRoleInput } from "../schema";

/**
 * Invites an address to a role in one event, as `offer-role` does to the office. Nobody has it before they accept it.
 * Reason: rate_limited after twenty within an hour.
 */
export const offerEventRole = defineCommand({
  name: "offer-event-role",
  input: offerEventRoleInput,
  permission: "network.manage",
  load: ({ tx }, { eventId }) => lockNetworkOf(tx, eventId),
  run: (context, offered, { networkId }) => makeRoleOffer(context, { ...offered, networkId }),
});
