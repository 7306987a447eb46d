import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { inTurn } from "@/domain/kernel/turns";
import { ok } from "@/lib/result";
import { mailRow } from "../internal/mail-row";
import { foldNews } from "../internal/news";
import { isUnproven, typedMailTimes } from "../queries/mailbox";
import { isTyped, typedDue } from "../rules";
import { queueMailInput } from "../schema";

type Mail = z.output<typeof queueMailInput>;

/** Whether anybody can cause this mail who types its address. Then whoever counts those mails takes turns. */
async function isCounted(tx: Transaction, { kind, subjectId, to }: Mail): Promise<boolean> {
  const counted = isTyped(kind, true) || (isTyped(kind, false) && (await isUnproven(tx, subjectId)));
  if (counted) await inTurn(tx, "typed-mails", to.email);
  return counted;
}

/** When the mail may go out; undefined when its address has had its fill. */
async function dueOf({ tx, now }: Context, { kind, to }: Mail): Promise<Date | undefined> {
  return typedDue({ kind, taken: await typedMailTimes(tx, to.email, now), now });
}

/**
 * Puts a rendered mail into the mailbox. The same dedupe key a second time queues nothing and says so. A mail that
 * anybody can cause by typing an address waits for its turn, or is not sent at all (S28).
 */
export const queueMail = defineCommand({
  name: "queue-mail",
  input: queueMailInput,
  permission: "mail.deliver",
  load: async ({ tx }, mail) => {
    const { eventId } = mail;
    return { networkId: null, ...(eventId ? { eventId } : {}), counted: await isCounted(tx, mail) };
  },
  run: async (context, input, { counted }) => {
    const { tx, now } = context;
    const [news] = await foldNews(context, [input]);
    const due = counted ? await dueOf(context, input) : news?.due;
    if (!due) return ok({ mailId: null });
    const [row] = await tx
      .insert(mails)
      .values({
        ...mailRow(input),
        nextAttemptAt: due,
        heldUntil: counted && due > now ? due : null,
        counted,
        createdAt: now,
      })
      .onConflictDoNothing({ target: mails.dedupeKey })
      .returning({ id: mails.id });
    return ok({ mailId: row?.id ?? null });
  },
});
