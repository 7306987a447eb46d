import "server-only";
import { db } from "@/db/client";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";

/** Whether somebody may hear that an event's plan changed, and as whom: whoever sees its matrix. Undefined for all others. */
export async function deskListening(
  viewer: Actor,
  eventId: Id<"event">,
): Promise<{ eventId: Id<"event">; who: string } | undefined> {
  const event = await eventScope(db(), eventId);
  const mayHear = event && can(viewer, "meeting.book", { networkId: event.networkId, eventId });
  return mayHear && viewer.type === "person" ? { eventId, who: viewer.personId } : undefined;
}
