import type { StoredFact } from "@/domain/kernel/outbox";
import { eventPayload } from "@/domain/programme/events";
import { followAgenda } from "@/domain/rooms/commands/follow-agenda";

/** Subscriber: agenda items that run at once have their rooms from the moment their event goes live, and keep in step. */
export async function followForFact(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  await followAgenda({ actor: { type: "system", job: "agenda-rooms" }, input: { eventId } });
}
