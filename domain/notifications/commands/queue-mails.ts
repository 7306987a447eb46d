import { mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { mailRow } from "../internal/mail-row";
import { foldNews } from "../internal/news";
import { queueMailsInput } from "../schema";

/**
 * Puts many rendered mails into the mailbox in one go: all of them are there, or none is. What was queued before, by
 * this process or another, is left as it is, so whoever does not know how far it came may simply begin again (R10).
 */
export const queueMails = defineCommand({
  name: "queue-mails",
  input: queueMailsInput,
  permission: "mail.deliver",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { mails: letters }) => {
    const { tx, now } = context;
    const folded = await foldNews(context, letters);
    if (folded.length === 0) return ok({ queued: 0 });
    const rows = await tx
      .insert(mails)
      .values(folded.map(({ letter, due }) => ({ ...mailRow(letter), nextAttemptAt: due, createdAt: now })))
      .onConflictDoNothing({ target: mails.dedupeKey })
      .returning({ id: mails.id });
    return ok({ queued: rows.length });
  },
});
