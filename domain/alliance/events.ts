import { z } from "zod";
import { idOf } from "@/lib/ids";

/** Somebody was offered a role; the mail about it reads the rest from the row. */
export const roleOffered = "role.offered";
export const roleOfferedPayload = z.object({
  networkId: idOf("network"),
  invitationId: idOf("roleInvitation"),
});
