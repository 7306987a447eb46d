import type { StoredFact } from "@/domain/kernel/outbox";
import { eventPayload } from "@/domain/programme/events";
import { followAgenda } from "@/domain/rooms/commands/follow-agenda";

/**
 * Subscriber: agenda items that run at once have their rooms from the moment their event goes live, and keep in step.
 * What gave up, as behind a deadlock, is thrown: the fact is told again, and no item stays without its room.
 */
export async function followForFact(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  const result = await followAgenda({ actor: { type: "system", job: "agenda-rooms" }, input: { eventId } });
  if (!result.ok && result.failure.kind !== "not_found")
    throw new Error(`no rooms followed the agenda: ${result.failure.reason}`);
}
