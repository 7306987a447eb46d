import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { eventRoleEnded } from "../events";
import { eventRoleOf, lockNetworkOf, setEventRole } from "../internal/event-roles";
import { withdrawOffersTo } from "../internal/role-offer";
import { eventRoleHolderRef } from "../schema";

/**
 * Takes somebody's role in one event, from the next request on, and what they were offered there before. The event keeps
 * its office, so nobody has to stay. Withdrawing twice changes nothing.
 */
export const withdrawEventRole = defineCommand({
  name: "withdraw-event-role",
  input: eventRoleHolderRef,
  permission: "network.manage",
  load: ({ tx }, { eventId }) => lockNetworkOf(tx, eventId),
  run: async (context, held, { networkId }) => {
    const { tx, emit } = context;
    const had = await eventRoleOf(tx, held);
    await setEventRole(tx, held, undefined);
    await withdrawOffersTo(context, { ...held, networkId });
    if (had) await emit({ kind: eventRoleEnded, payload: held });
    return ok(held);
  },
});
