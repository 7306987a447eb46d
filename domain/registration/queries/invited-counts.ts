import "server-only";
import { and, eq, gt, inArray, isNotNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { events } from "@/db/schema/programme";
import { invitations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";

/** How many addresses an event has invited by mail. */
export const invitedByMail = (reader: Reader, eventId: Id<"event">): Promise<number> =>
  reader.$count(invitations, and(eq(invitations.eventId, eventId), isNotNull(invitations.email)));

/** How many invitations a network's events have mailed since then; by the last mail, so whoever was mailed again counts too. */
export function mailedSince(reader: Reader, networkId: Id<"network">, since: Date): Promise<number> {
  const ofNetwork = reader.select({ id: events.id }).from(events).where(eq(events.networkId, networkId));
  return reader.$count(
    invitations,
    and(inArray(invitations.eventId, ofNetwork), gt(invitations.mailedAt, since)),
  );
}
