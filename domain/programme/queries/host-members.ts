import "server-only";
import { and, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { eventNetworks } from "@/db/schema/programme";
import { isMemberOfAny } from "@/domain/alliance/queries/membership";
import type { Id } from "@/lib/ids";

type Hosted = { eventId: Id<"event">; networkId: Id<"network"> };

/** Whether the person belongs to a network that is shown as host of the event, first or beside another. */
export async function isMemberOfHosts(
  reader: Reader,
  personId: Id<"person">,
  { eventId, networkId }: Hosted,
): Promise<boolean> {
  const besides = await reader
    .select({ networkId: eventNetworks.networkId })
    .from(eventNetworks)
    .where(and(eq(eventNetworks.eventId, eventId), eq(eventNetworks.shown, true)));
  return isMemberOfAny({ personId, networkIds: [networkId, ...besides.map((row) => row.networkId)] }, reader);
}
