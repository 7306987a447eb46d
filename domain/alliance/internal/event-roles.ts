import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventRoles } from "@/db/schema/alliance-roles";
import type { EventRole } from "@/domain/grants";
import type { Id } from "@/lib/ids";
import { networkOfEvent } from "../queries/event-network";
import { lockNetwork } from "./lock-network";

type HeldAt = { eventId: Id<"event">; personId: Id<"person"> };

const rowOf = ({ eventId, personId }: HeldAt) =>
  and(eq(eventRoles.eventId, eventId), eq(eventRoles.personId, personId));

/** An event with its network held, as whoever gives or takes a role in it does first. */
export async function lockNetworkOf(tx: Transaction, eventId: Id<"event">) {
  const networkId = await networkOfEvent(tx, eventId);
  const held = networkId && (await lockNetwork(tx, networkId));
  return held && { networkId: held.networkId, eventId };
}

/** The role that somebody holds in one event; read while its network is held. */
export async function eventRoleOf(tx: Transaction, held: HeldAt): Promise<EventRole | undefined> {
  const [row] = await tx.select({ role: eventRoles.role }).from(eventRoles).where(rowOf(held));
  return row?.role;
}

/** Gives this person that role in the event, or none. The caller holds the network. */
export async function setEventRole(
  tx: Transaction,
  held: HeldAt,
  role: EventRole | undefined,
): Promise<void> {
  if (!role) {
    await tx.delete(eventRoles).where(rowOf(held));
    return;
  }
  await tx
    .insert(eventRoles)
    .values({ ...held, role })
    .onConflictDoUpdate({ target: [eventRoles.eventId, eventRoles.personId], set: { role } });
}
