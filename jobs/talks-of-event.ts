import type { StoredFact } from "@/domain/kernel/outbox";
import { engagementsWithoutEvent } from "@/domain/matchmaking/queries/engagements";
import { eventPayload } from "@/domain/programme/events";
import { endEngagements } from "./talks-of-registration";

/**
 * Subscriber: talks go with their event. What was agreed for times at which it does not take place any more is called off,
 * and both hear of it; what still lies within it stays. Nobody is moved to a time they did not agree to.
 */
export async function endTalksOfEvent(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  await endEngagements(await engagementsWithoutEvent(eventId));
}
