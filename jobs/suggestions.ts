import { refreshSuggestions } from "@/domain/matchmaking/commands/refresh-suggestions";
import { eventsAhead } from "@/domain/matchmaking/queries/suggestions";
import { now } from "@/lib/time/clock";
import { worker } from "./mails/parts";

/** An event in which nothing changes is looked at less and less often, but each so many runs at least. */
const LONGEST_REST = 15;
const rests = new Map<string, { left: number; next: number }>();

function isResting(eventId: string): boolean {
  const rest = rests.get(eventId);
  if (!rest || rest.left === 0) return false;
  rests.set(eventId, { ...rest, left: rest.left - 1 });
  return true;
}

/**
 * Brings the stored suggestions of all events with talks ahead up to date. Whoever changes something sees their own list anew
 * at once; this is for everybody else's, so that seconds are soon enough.
 */
export async function renewSuggestions(): Promise<void> {
  for (const eventId of await eventsAhead(now())) {
    if (isResting(eventId)) continue;
    const renewed = await refreshSuggestions({ actor: worker, input: { eventId } });
    if (renewed.ok && renewed.value.changed > 0) rests.delete(eventId);
    else {
      const next = Math.min(LONGEST_REST, (rests.get(eventId)?.next ?? 0) * 2 + 1);
      rests.set(eventId, { left: next, next });
    }
  }
}
