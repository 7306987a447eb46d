import { and, eq } from "drizzle-orm";
import { eventNetworks } from "@/db/schema/programme";
import { areOneAlliance } from "@/domain/alliance/queries";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { hostingOffered } from "../events";
import { isVisibleTo, lockEvent } from "../queries";
import { shareEventInput } from "../schema";

/**
 * Names another network of the alliance as a host, gives its office access to the desk, or takes either back. Being named
 * gives no access; who has access is named, because people are promised to know who reads what they say. Only the lead
 * network's own office may: no partner hands on what it was given. What is over can still be taken back. The field
 * `networkId` says invalid_id for the lead itself and for a foreign network.
 */
export const shareEvent = defineCommand({
  name: "share-event",
  input: shareEventInput,
  permission: "event.share",
  load: ({ tx }, { eventId }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
  run: async ({ tx, emit }, { eventId, networkId, hasAccess, ...asked }, event) => {
    const shown = asked.shown || hasAccess;
    const isPartner =
      networkId !== event.networkId && (await areOneAlliance([event.networkId, networkId], tx));
    if (!isPartner) return fail("invalid", "input", { fields: { networkId: ["invalid_id"] } });
    const ofPartner = and(eq(eventNetworks.eventId, eventId), eq(eventNetworks.networkId, networkId));
    const [before] = await tx.select().from(eventNetworks).where(ofPartner);
    if (shown)
      await tx
        .insert(eventNetworks)
        .values({ eventId, networkId, shown, hasAccess })
        .onConflictDoUpdate({
          target: [eventNetworks.eventId, eventNetworks.networkId],
          set: { shown, hasAccess },
        });
    else await tx.delete(eventNetworks).where(ofPartner);
    await emit({ kind: "event.changed", payload: { eventId } });
    const isMore = (shown && !before?.shown) || (hasAccess && !before?.hasAccess);
    if (isMore) await emit({ kind: hostingOffered, payload: { eventId, networkId } });
    return ok({ eventId });
  },
});
