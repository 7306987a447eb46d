import { z } from "zod";
import { idOf } from "@/lib/ids";

/** A network shows something else of itself: its look, its logo or its legal texts. */
export const networkChanged = "network.changed";
export const networkChangedPayload = z.object({ networkId: idOf("network") });

/** Somebody was offered a role; the mail about it reads the rest from the row. */
export const roleOffered = "role.offered";
export const roleOfferedPayload = z.object({
  networkId: idOf("network"),
  invitationId: idOf("roleInvitation"),
});

/** Somebody has no role in an event any more: it was withdrawn, or given up. */
export const eventRoleEnded = "event_role.ended";
export const eventRoleEndedPayload = z.object({ eventId: idOf("event"), personId: idOf("person") });
