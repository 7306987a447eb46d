import { and, eq } from "drizzle-orm";
import { mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { forgetBounce } from "../internal/bounced";
import { mailsDesk } from "../internal/mails-desk";
import { isLogged } from "../queries/send-log";
import { mailRef } from "../schema";

/**
 * Gives a mail that was given up another day of tries, under the Message-ID it had: whoever has it already sees one mail.
 * Whoever wants that holds the address for right, so nothing is stopped there any more.
 */
export const retryMail = defineCommand({
  name: "retry-mail",
  input: mailRef,
  ...mailsDesk,
  run: async (context, { eventId, mailId }, { networkId }) => {
    const { tx, now, emit } = context;
    const isIt = and(eq(mails.id, mailId), eq(mails.eventId, eventId));
    const [mail] = await tx.select().from(mails).where(isIt).for("update");
    if (!mail || !isLogged(mail.kind)) return fail("not_found", "missing");
    if (mail.state !== "failed") return fail("conflict", "mail_not_failed");
    await forgetBounce(context, { networkId, email: mail.toEmail });
    await tx.update(mails).set({ state: "queued", attempts: 0, nextAttemptAt: now }).where(isIt);
    await emit({ kind: "mail.retried", payload: { mailId, eventId } });
    return ok({ eventId, mailId });
  },
});
