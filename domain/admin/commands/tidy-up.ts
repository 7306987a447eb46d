import { and, inArray, isNotNull, lt } from "drizzle-orm";
import { z } from "zod";
import { factDeliveries, idempotencyAnswers, outbox, signals, webhookReceipts } from "@/db/schema/kernel";
import { defineCommand } from "@/domain/kernel/command";
import { keptSince } from "@/lib/privacy/retention";
import { ok } from "@/lib/result";

/** Deletes what the kernel no longer needs: old signals, answers, receipts, and facts that were told. */
export const tidyUp = defineCommand({
  name: "tidy-up",
  input: z.object({}),
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }) => {
    const gone = await tx.delete(signals).where(lt(signals.createdAt, keptSince("signals", now)));
    const answers = lt(idempotencyAnswers.createdAt, keptSince("answers", now));
    const forgotten = await tx.delete(idempotencyAnswers).where(answers);
    const receipts = lt(webhookReceipts.receivedAt, keptSince("receipts", now));
    const unread = await tx.delete(webhookReceipts).where(receipts);
    const told = and(isNotNull(outbox.dispatchedAt), lt(outbox.dispatchedAt, keptSince("facts", now)));
    const old = tx.select({ id: outbox.id }).from(outbox).where(told);
    await tx.delete(factDeliveries).where(inArray(factDeliveries.factId, old));
    const facts = await tx.delete(outbox).where(told);
    return ok({
      signals: gone.rowCount ?? 0,
      answers: forgotten.rowCount ?? 0,
      receipts: unread.rowCount ?? 0,
      facts: facts.rowCount ?? 0,
    });
  },
});
