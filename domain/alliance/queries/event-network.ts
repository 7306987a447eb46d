import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { events } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";

/** The network that an event belongs to. It is the same for the event's whole life, so no lock is needed. */
export async function networkOfEvent(
  reader: Reader,
  eventId: Id<"event">,
): Promise<Id<"network"> | undefined> {
  const [row] = await reader
    .select({ networkId: events.networkId })
    .from(events)
    .where(eq(events.id, eventId));
  return row?.networkId;
}

/** Whether all of these events are this network's own. */
export async function areEventsOf(
  reader: Reader,
  networkId: Id<"network">,
  eventIds: readonly Id<"event">[],
): Promise<boolean> {
  const own = and(eq(events.networkId, networkId), inArray(events.id, [...eventIds]));
  return (await reader.$count(events, own)) === eventIds.length;
}
