import { closePoll } from "@/domain/interaction/commands/close-poll";
import type { StoredFact } from "@/domain/kernel/outbox";
import { roomFacts } from "@/domain/rooms/events";

/** Subscriber: with an event its open poll ends, and its result is counted. */
export async function closePollsForFact(fact: StoredFact): Promise<void> {
  const { eventId } = roomFacts["room.ended"].parse(fact.payload);
  const input = { eventId, pollId: null };
  const result = await closePoll({ actor: { type: "system", job: "close-polls" }, input });
  if (!result.ok && result.failure.kind !== "not_found")
    throw new Error(`a poll was not closed: ${result.failure.reason}`);
}
