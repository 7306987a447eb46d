import { eq } from "drizzle-orm";
import { mailRefusals } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { refusalHash } from "@/lib/tokens";
import { refuseMailsInput } from "../schema";

/**
 * Ends a network's mails that no registration needs for one address, or takes that back; at once, without signing in,
 * and as often as anybody asks (P06). The door has read address and network out of the mailed token.
 */
export const refuseMails = defineCommand({
  name: "refuse-mails",
  input: refuseMailsInput,
  permission: "mail.refuse",
  load: async (_context, { networkId }) => ({ networkId }),
  run: async ({ tx, now }, { networkId, email, want }) => {
    const addressHash = refusalHash({ networkId, email });
    if (want === "off")
      await tx.insert(mailRefusals).values({ addressHash, networkId, createdAt: now }).onConflictDoNothing();
    else await tx.delete(mailRefusals).where(eq(mailRefusals.addressHash, addressHash));
    return ok({ want });
  },
});
