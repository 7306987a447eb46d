import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { lockNetworkOf, setEventRole } from "../internal/event-roles";
import { eventRoleHolderRef } from "../schema";

/**
 * Takes somebody's role in one event, from the next request on. The event keeps its office, so nobody has to stay.
 * Withdrawing twice changes nothing.
 */
export const withdrawEventRole = defineCommand({
  name: "withdraw-event-role",
  input: eventRoleHolderRef,
  permission: "network.manage",
  load: ({ tx }, { eventId }) => lockNetworkOf(tx, eventId),
  run: async ({ tx }, held) => {
    await setEventRole(tx, held, undefined);
    return ok(held);
  },
});
