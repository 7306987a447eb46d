import type { Transaction } from "@/db/client";
import type { Actor } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { lockMySide } from "../queries/sides";

/** The actor's own registration for an event, locked, as what they say about themselves there is about it. */
export async function sideScope(tx: Transaction, actor: Actor, eventId: Id<"event">) {
  const event = await eventScope(tx, eventId);
  if (!event) return undefined;
  const side = await lockMySide(tx, actor, eventId);
  if (!side) return undefined;
  const ownerIds = side.personId ? [side.personId] : [];
  return { networkId: event.networkId, eventId, ownerIds, registrationId: side.registrationId, side, event };
}
