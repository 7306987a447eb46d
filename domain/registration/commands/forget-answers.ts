import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { dropConfidential } from "../internal/end-registrations";
import { lockForgettableAnswers } from "../queries/forgettable";

/**
 * Deletes what was answered in confidence, two weeks after the event (P21) or once its giver does not come: long before the
 * registration itself goes.
 * `gone` is 0 when there is nothing left to forget.
 */
export const forgetAnswers = defineCommand({
  name: "forget-answers",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const rows = await lockForgettableAnswers(tx, { now, limit });
    if (rows.length === 0) return ok({ gone: 0 });
    await dropConfidential(context, rows);
    return ok({ gone: rows.length });
  },
});
