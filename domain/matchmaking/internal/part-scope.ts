import type { Transaction } from "@/db/client";
import type { Actor } from "@/domain/policy";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { mySide } from "../queries/sides";

type Part = { event: EventScope; ownerIds: Id<"person">[] };

/**
 * The scope of a command that belongs to these people of an event, and which of them the actor is: as the person who is signed
 * in, else by a mailed link that the browser holds.
 */
export async function partScope(tx: Transaction, actor: Actor, { event, ownerIds }: Part) {
  const { networkId, eventId } = event;
  const side = await mySide(tx, actor, { eventId, among: ownerIds });
  const signedIn = actor.type === "person" ? actor.personId : undefined;
  return {
    networkId,
    eventId,
    ownerIds,
    ...(side ? { registrationId: side.registrationId } : {}),
    me: ownerIds.find((id) => id === signedIn) ?? side?.personId ?? undefined,
  };
}
