import "server-only";
import type { Actor } from "@/domain/policy";
import { type EventSummary, listOthersOfSeries } from "@/domain/programme/queries";
import { listMyRegistrations, type MyRegistration } from "../queries";
import { heldEvents } from "../rules";

/** An event of the series, and whether the person it is offered to is in it already. */
export type FurtherEvent = { event: EventSummary; taken: boolean };

const SHOWN = 6;

/** Further events of the series, when all that is known is which events a browser holds. */
export async function listOthersKnowing(
  event: Pick<EventSummary, "id" | "seriesId">,
  taken: ReadonlySet<string>,
  now: Date,
): Promise<FurtherEvent[]> {
  const others = await listOthersOfSeries(event, { now, limit: SHOWN });
  return others.map((other) => ({ event: other, taken: taken.has(other.id) }));
}

/**
 * Further events of the series for the person of this registration. One browser can hold the links of several people:
 * what the others are in does not count. For who merely looks on, such as a host, there are none.
 */
export async function listFurtherEvents(
  viewer: Actor,
  { id, email, personId, event }: MyRegistration,
  now: Date,
): Promise<FurtherEvent[]> {
  const mine = await listMyRegistrations(viewer);
  if (!mine.some((one) => one.id === id)) return [];
  const own = mine.filter((one) => one.email === email || (personId !== null && one.personId === personId));
  return listOthersKnowing(event, heldEvents(own), now);
}
