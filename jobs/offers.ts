import type { StoredFact } from "@/domain/kernel/outbox";
import { eventPayload } from "@/domain/programme/events";
import { expireOffers } from "@/domain/registration/commands/expire-offers";
import { shortenOffers } from "@/domain/registration/commands/shorten-offers";
import { eventsWithDueOffers, nextOfferEnds } from "@/domain/registration/queries/offers";
import { now } from "@/lib/time/clock";
import { worker } from "./mails/parts";

/** Longer than the pause between two looks by the clock: no end of an offer lies in between and unplanned. */
const AHEAD_MS = 90_000;

/** Ends the offers whose time is over and passes their seats on; says when the next ones end. */
export async function expireDueOffers(): Promise<Date[]> {
  for (const eventId of await eventsWithDueOffers(now())) {
    const result = await expireOffers({ actor: worker, input: { eventId } });
    if (!result.ok) throw new Error(`offers were not ended: ${result.failure.reason}`);
  }
  const from = now();
  return nextOfferEnds({ from, until: new Date(from.getTime() + AHEAD_MS) });
}

/** Subscriber: an event that was brought forward has no offer that outlasts its start. */
export async function shortenForFact(fact: StoredFact): Promise<void> {
  const { eventId } = eventPayload.parse(fact.payload);
  const result = await shortenOffers({ actor: worker, input: { eventId } });
  if (!result.ok && result.failure.kind !== "not_found")
    throw new Error(`offers were not shortened: ${result.failure.reason}`);
}
