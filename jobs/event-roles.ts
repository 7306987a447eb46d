import { eventRoleEndedPayload } from "@/domain/alliance/events";
import type { StoredFact } from "@/domain/kernel/outbox";
import { noteRole } from "@/domain/rooms/commands/note-role";

/**
 * Subscriber: whoever lost a role in an event loses at once, inside its room, what came with it. What gave up, as behind a
 * deadlock, is thrown: the fact is told again, and nobody keeps what they lost.
 */
export async function noteRoleForFact(fact: StoredFact): Promise<void> {
  const input = eventRoleEndedPayload.parse(fact.payload);
  const result = await noteRole({ actor: { type: "system", job: "event-roles" }, input });
  if (!result.ok && result.failure.kind !== "not_found")
    throw new Error(`no room heard of a lost role: ${result.failure.reason}`);
}
