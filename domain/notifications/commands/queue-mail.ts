import { mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { queueMailInput } from "../schema";

/** Puts a rendered mail into the mailbox. The same dedupe key a second time queues nothing and says so. */
export const queueMail = defineCommand({
  name: "queue-mail",
  input: queueMailInput,
  permission: "mail.deliver",
  load: async (_context, { eventId }) => ({ networkId: null, ...(eventId ? { eventId } : {}) }),
  run: async ({ tx, now }, { to, calendar, ...mail }) => {
    const [row] = await tx
      .insert(mails)
      .values({
        ...mail,
        toEmail: to.email,
        toName: to.name,
        ics: calendar?.ics ?? null,
        icsMethod: calendar?.method ?? null,
        nextAttemptAt: now,
        createdAt: now,
      })
      .onConflictDoNothing({ target: mails.dedupeKey })
      .returning({ id: mails.id });
    return ok({ mailId: row?.id ?? null });
  },
});
