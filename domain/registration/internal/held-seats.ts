import type { Transaction } from "@/db/client";
import { type Actor, can } from "@/domain/policy";
import { type EventScope, holdEvent } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { together } from "@/lib/together";
import { lockSeats, type SeatPlan } from "./seat-plan";

type OfEvent = { eventId: Id<"event"> };
export type HeldSeats = EventScope & { plan: SeatPlan; event: EventScope };

/** The seats of an event and then the event itself, both held until the transaction ends: see `holdEvent`. */
export async function holdSeats(
  { tx }: { tx: Transaction },
  { eventId }: OfEvent,
): Promise<HeldSeats | undefined> {
  const [plan, event] = await together([lockSeats(tx, eventId), holdEvent(tx, eventId)]);
  return plan && event && { ...event, plan, event };
}

/** How every command begins that gives seats of one event: in line with the others, with seats and event held. */
export const seatsInLine = {
  line: ({ eventId }: OfEvent) => `seats of ${eventId}`,
  load: holdSeats,
};

/** The same for the desk, which tells whoever sees its list that they may not do this. */
export const seatsForDesk = {
  ...seatsInLine,
  mayKnow: (actor: Actor, event: HeldSeats) => can(actor, "registration.list", event),
};
