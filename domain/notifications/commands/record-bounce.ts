import { and, eq } from "drizzle-orm";
import { mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { noteDeadAddress } from "../internal/bounced";
import { lockMailByReference } from "../queries/mailbox";
import { recordBounceInput } from "../schema";

/**
 * A mail that a server had taken came back for good: the desk sees it among those that did not arrive. Reports of mails
 * we no longer keep, or that failed already, change nothing. An address that does not exist gets no reminders and messages
 * any more.
 */
export const recordBounce = defineCommand({
  name: "record-bounce",
  input: recordBounceInput,
  permission: "mail.deliver",
  quiet: true,
  load: async ({ tx }, { reference }) => {
    const mail = await lockMailByReference(tx, reference);
    return mail && { networkId: null, ...(mail.eventId ? { eventId: mail.eventId } : {}), mail };
  },
  run: async (context, { status }, { mail }) => {
    const returned = await context.tx
      .update(mails)
      .set({ state: "failed", lastError: `bounce ${status}` })
      .where(and(eq(mails.id, mail.id), eq(mails.state, "sent")))
      .returning({ id: mails.id });
    if (returned.length > 0) await noteDeadAddress(context, mail, status);
    return ok({ mailId: mail.id });
  },
});
