import { eq, inArray, sql } from "drizzle-orm";
import { mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Message } from "@/lib/mail/message";
import { ok } from "@/lib/result";
import { ticketOf } from "@/lib/ticket";
import { isMailKind } from "../labels";
import { stoppedAt } from "../queries/bounces";
import { isStillAudience } from "../queries/circulars";
import { isStillInvited } from "../queries/invited";
import { lockDueMails, type MailRow, sendersOf, subjectStatus } from "../queries/mailbox";
import { isRefusedBy } from "../queries/refusals";
import { CLAIM_MS, isMass, isStillWanted } from "../rules";
import { claimMailsInput } from "../schema";

async function isWanted({ tx, now }: Context, mail: MailRow): Promise<boolean> {
  if (!isMailKind(mail.kind)) return false;
  if (!isStillWanted(mail.kind, await subjectStatus(tx, mail.subjectId), now)) return false;
  if (mail.unsubscribe !== null && (await isRefusedBy(tx, mail))) return false;
  if (mail.kind === "invitation.sent") return isStillInvited(tx, mail.subjectId, now);
  return mail.kind !== "circular.sent" || isStillAudience(tx, mail);
}

/** What becomes of a mail that is not sent: undefined for one that is. */
async function endOf(context: Context, mail: MailRow) {
  if (!(await isWanted(context, mail))) return { state: "dropped" as const };
  const status = isMailKind(mail.kind) && isMass(mail.kind) ? await stoppedAt(context.tx, mail) : undefined;
  return status && { state: "failed" as const, lastError: `stopped ${status}` };
}

/**
 * Takes out what was cancelled, called back or refused meanwhile, and what many get at an address that does not exist;
 * for good, so that nothing comes late.
 */
async function withoutUnwanted(context: Context, due: MailRow[]): Promise<MailRow[]> {
  const wanted: MailRow[] = [];
  for (const mail of due) {
    const end = await endOf(context, mail);
    if (end) await context.tx.update(mails).set(end).where(eq(mails.id, mail.id));
    else wanted.push(mail);
  }
  return wanted;
}

const inlineOf = (mail: MailRow): Pick<Message, "ticket"> => {
  const ticket = ticketOf(mail);
  return ticket === undefined ? {} : { ticket };
};

const messageOf = (mail: MailRow, sender: { name: string; email: string } | undefined) => ({
  mailId: mail.id,
  sender: sender?.name ?? null,
  message: {
    dedupeKey: mail.dedupeKey,
    ...(sender ? { replyTo: sender.email } : {}),
    to: { name: mail.toName, address: mail.toEmail },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    ...(mail.unsubscribe !== null ? { unsubscribe: mail.unsubscribe } : {}),
    ...(mail.ics !== null && mail.icsMethod !== null
      ? { calendar: { method: mail.icsMethod, ics: mail.ics } }
      : {}),
    ...inlineOf(mail),
  } satisfies Omit<Message, "from">,
});

/**
 * Hands out mails whose time has come. Each is held for two minutes: whoever claimed it sends it and records how it
 * went; when that process dies, another tries again with the same Message-ID.
 */
export const claimMails = defineCommand({
  name: "claim-mails",
  input: claimMailsInput,
  permission: "mail.deliver",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const due = await withoutUnwanted(context, await lockDueMails(tx, { limit, now }));
    if (due.length === 0) return ok({ mails: [] });
    await tx
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1`, nextAttemptAt: new Date(now.getTime() + CLAIM_MS) })
      .where(
        inArray(
          mails.id,
          due.map(({ id }) => id),
        ),
      );
    const senders = await sendersOf(
      tx,
      due.flatMap(({ eventId }) => (eventId ? [eventId] : [])),
    );
    return ok({ mails: due.map((mail) => messageOf(mail, senders.get(mail.eventId ?? ""))) });
  },
});
