import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { noteDeadAddress } from "../internal/bounced";
import { nextAttempt } from "../rules";
import { recordDeliveryInput } from "../schema";

type Try = {
  outcome: z.infer<typeof recordDeliveryInput>["outcome"];
  error: string | null;
  next: Date | undefined;
  now: Date;
};

function changeFor({ outcome, error, next, now }: Try) {
  if (outcome === "sent") return { state: "sent" as const, sentAt: now, lastError: null };
  if (next) return { nextAttemptAt: next, lastError: error };
  return { state: "failed" as const, lastError: error };
}

/** How a sending went: sent, to be tried again after a pause that grows, or given up. Says when the next try is. */
export const recordDelivery = defineCommand({
  name: "record-delivery",
  input: recordDeliveryInput,
  permission: "mail.deliver",
  quiet: true,
  load: async ({ tx }, { mailId }) => {
    const [mail] = await tx.select().from(mails).where(eq(mails.id, mailId)).for("update");
    return mail && { networkId: null, mail };
  },
  run: async (context, { outcome, error }, { mail }) => {
    const { tx, now } = context;
    const next = outcome === "later" ? nextAttempt(mail.attempts, now) : undefined;
    const change = changeFor({ outcome, error: error ?? null, next, now });
    await tx
      .update(mails)
      .set(change)
      .where(and(eq(mails.id, mail.id), eq(mails.state, "queued")));
    if (outcome === "refused") await noteDeadAddress(context, mail, error ?? "");
    return ok({ nextAttemptAt: next?.toISOString() ?? null });
  },
});
