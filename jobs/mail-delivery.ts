import { claimMails } from "@/domain/notifications/commands/claim-mails";
import { recordDelivery } from "@/domain/notifications/commands/record-delivery";
import { env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { logger } from "@/lib/logger";
import { isDeliverable, type Message, mailboxOf } from "@/lib/mail/message";
import { sendMessage } from "@/lib/mail/transport";
import { worker } from "./mails/parts";

const BATCH = 20;
/** Mails on their way at one time; the transport holds as many connections. */
const AT_ONCE = 4;

type Claimed = Extract<Awaited<ReturnType<typeof claimMails>>, { ok: true }>["value"]["mails"][number];

const fromOf = (sender: string | null) => {
  const from = mailboxOf(env().MAIL_FROM);
  return sender === null ? from : { ...from, name: translator("de", "mails")("via", { network: sender }) };
};

/** Sends one claimed mail and records how it went. Says when the next try is, if there is one. */
async function deliver({ mailId, sender, message }: Claimed): Promise<string | null> {
  const complete: Message = { ...message, from: fromOf(sender) };
  const delivery = isDeliverable(message.to.address)
    ? await sendMessage(complete)
    : { outcome: "refused" as const, error: "no address" };
  if (delivery.outcome !== "sent") logger.warn({ mailId, ...delivery }, "mail not delivered");
  const recorded = await recordDelivery({ actor: worker, input: { mailId, ...delivery } });
  return recorded.ok ? recorded.value.nextAttemptAt : null;
}

/** Sends every mail whose time has come; the instants at which some of them want another try. */
export async function deliverDue(): Promise<Date[]> {
  const again: Date[] = [];
  for (;;) {
    const claimed = await claimMails({ actor: worker, input: { limit: BATCH } });
    if (!claimed.ok || claimed.value.mails.length === 0) return again;
    const waiting = [...claimed.value.mails];
    const sendNext = async (): Promise<void> => {
      for (let mail = waiting.shift(); mail; mail = waiting.shift()) {
        const next = await deliver(mail);
        if (next !== null) again.push(new Date(next));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
  }
}

type Calls = { deliver: () => void; write: () => void };
let calls: Calls | undefined;

/** What `deliverSoon` and `writeSoon` call; the worker sets it once its queues run. */
export const onSoon = (given: Calls | undefined): void => {
  calls = given;
};

/** A mail was queued: whoever delivers should look. Without a listener the next sweep finds it. */
export const deliverSoon = (): void => calls?.deliver();

/** Mails to many are to be written: the same for whoever writes them. */
export const writeSoon = (): void => calls?.write();
