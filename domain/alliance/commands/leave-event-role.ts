import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { eventRoleEnded } from "../events";
import { eventRoleOf, lockNetworkOf, setEventRole } from "../internal/event-roles";
import { eventRef } from "../schema";

/** Gives up one's own role in an event; who has none there finds nothing to give up. */
export const leaveEventRole = defineCommand({
  name: "leave-event-role",
  input: eventRef,
  permission: "role.leave",
  load: async ({ tx, actor }, { eventId }) => {
    if (actor.type !== "person") return undefined;
    const { personId } = actor;
    const held = await lockNetworkOf(tx, eventId);
    if (!held || (await eventRoleOf(tx, { eventId, personId })) === undefined) return undefined;
    return { ...held, ownerIds: [personId], personId };
  },
  run: async ({ tx, emit }, { eventId }, { personId }) => {
    await setEventRole(tx, { eventId, personId }, undefined);
    await emit({ kind: eventRoleEnded, payload: { eventId, personId } });
    return ok({ eventId });
  },
});
