import type { StoredFact } from "@/domain/kernel/outbox";
import { planTalkHours } from "@/domain/matchmaking/commands/plan-talk-hours";
import { eventPayload } from "@/domain/programme/events";

/** A new or moved event of a kind that lives from talks gets its hours for them. */
export async function planHoursForFact(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  await planTalkHours({ actor: { type: "system", job: "talk-hours" }, input: { eventId } });
}
