import { eq } from "drizzle-orm";
import { eventRoles } from "@/db/schema/alliance-roles";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { lockNetworkOf } from "../internal/event-roles";
import { areEventsOf } from "../queries/event-network";
import { copyEventRolesInput } from "../schema";

/** Whoever has a role in an event has it in its copies too. For `within` the command that makes them. */
export const copyEventRoles = defineCommand({
  name: "copy-event-roles",
  input: copyEventRolesInput,
  permission: "event.create",
  // The network alone is the scope, as where events are copied.
  load: async ({ tx }, { eventId, copyIds }) => {
    // Held, so that a role is not withdrawn between reading it and giving it anew.
    const held = await lockNetworkOf(tx, eventId);
    return held && (await areEventsOf(tx, held.networkId, copyIds))
      ? { networkId: held.networkId }
      : undefined;
  },
  run: async ({ tx }, { eventId, copyIds }) => {
    const held = await tx.select().from(eventRoles).where(eq(eventRoles.eventId, eventId));
    const rows = copyIds.flatMap((copyId) => held.map((row) => ({ ...row, eventId: copyId })));
    if (rows.length > 0) await tx.insert(eventRoles).values(rows);
    return ok({ copied: rows.length });
  },
});
