import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { eventNetworks } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";

type Hosted = { eventId: Id<"event">; networkId: Id<"network"> };

/** Whether the person is a member of a network that is shown as host of the event, first or beside another. */
export async function isMemberOfHosts(
  reader: Reader,
  personId: Id<"person">,
  { eventId, networkId }: Hosted,
): Promise<boolean> {
  const besides = reader
    .select({ networkId: eventNetworks.networkId })
    .from(eventNetworks)
    .where(and(eq(eventNetworks.eventId, eventId), eq(eventNetworks.shown, true)));
  const isHost = or(eq(networkMembers.networkId, networkId), inArray(networkMembers.networkId, besides));
  return (await reader.$count(networkMembers, and(eq(networkMembers.personId, personId), isHost))) > 0;
}
