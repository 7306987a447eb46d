import type { z } from "zod";
import { mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { queueMailsInput } from "../schema";

type Mail = z.output<typeof queueMailsInput>["mails"][number];

const rowOf = ({ to, calendar, unsubscribe, circularId, ...mail }: Mail, now: Date) => ({
  ...mail,
  toEmail: to.email,
  toName: to.name,
  ics: calendar?.ics ?? null,
  icsMethod: calendar?.method ?? null,
  unsubscribe: unsubscribe ?? null,
  circularId: circularId ?? null,
  nextAttemptAt: now,
  createdAt: now,
});

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
  run: async ({ tx, now }, { mails: letters }) => {
    const rows = await tx
      .insert(mails)
      .values(letters.map((mail) => rowOf(mail, now)))
      .onConflictDoNothing({ target: mails.dedupeKey })
      .returning({ id: mails.id });
    return ok({ queued: rows.length });
  },
});
