import { inArray } from "drizzle-orm";
import { sheets } from "@/db/schema/interaction-sheets";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { forgettableIds } from "@/domain/programme/queries/forgettable";
import { ok } from "@/lib/result";

/** Deletes notes and whiteboards when the event's chat goes: they are what its people said to each other, too. */
export const forgetSheets = defineCommand({
  name: "forget-sheets",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const ids = await forgettableIds(tx, sheets, { kept: "chat", now, limit });
    if (ids.length === 0) return ok({ gone: 0 });
    const gone = await tx
      .delete(sheets)
      .where(inArray(sheets.id, ids))
      .returning({ eventId: sheets.eventId });
    await noteForgotten(
      context,
      "chat",
      gone.map(({ eventId }) => eventId),
    );
    return ok({ gone: gone.length });
  },
});
