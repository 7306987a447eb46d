import { eventRoleEndedPayload } from "@/domain/alliance/events";
import type { StoredFact } from "@/domain/kernel/outbox";
import { noteRole } from "@/domain/rooms/commands/note-role";

/** Subscriber: whoever lost a role in an event loses at once, inside its room, what came with it. */
export async function noteRoleForFact(fact: StoredFact): Promise<void> {
  const input = eventRoleEndedPayload.parse(fact.payload);
  await noteRole({ actor: { type: "system", job: "event-roles" }, input });
}
