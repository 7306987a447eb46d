import { eq } from "drizzle-orm";
import { events } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { seriesChanged } from "../events";
import { pageEdit } from "../internal/page-edit";
import { isHostOf, lockSeries } from "../internal/series-hosts";
import { lockEvent } from "../queries";
import { placeEventInput } from "../schema";

/**
 * Puts an event into a series that its network hosts, or takes it out of the one it is in. What is over can still be put
 * where it belongs. The field `seriesId` says invalid_id for a series that the network does not host.
 */
export const placeEvent = defineCommand({
  name: "place-event",
  input: placeEventInput,
  permission: pageEdit.permission,
  mayKnow: pageEdit.mayKnow,
  load: async ({ tx }, { eventId, seriesId }) => {
    // The series comes first, as wherever both are held.
    const part = seriesId ? await lockSeries(tx, seriesId) : undefined;
    const event = await lockEvent(tx, eventId);
    return event && { ...event, part };
  },
  run: async ({ tx, emit }, { eventId, seriesId }, { part, networkId, seriesId: before }) => {
    if (seriesId && !(part && (await isHostOf(tx, part, networkId))))
      return fail("invalid", "input", { fields: { seriesId: ["invalid_id"] } });
    if (seriesId === before) return ok({ eventId });
    await tx.update(events).set({ seriesId }).where(eq(events.id, eventId));
    await emit({ kind: "event.changed", payload: { eventId } });
    // The page that it left shows it no more.
    if (before) await emit({ kind: seriesChanged, payload: { seriesId: before } });
    return ok({ eventId });
  },
});
