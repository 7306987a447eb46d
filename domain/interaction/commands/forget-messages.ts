import { inArray } from "drizzle-orm";
import { chatMessages } from "@/db/schema/interaction";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { forgettableIds } from "@/domain/programme/queries/forgettable";
import { ok } from "@/lib/result";

/** Deletes the chat of events that are over for thirty days, as the rooms and the privacy page say. */
export const forgetMessages = defineCommand({
  name: "forget-messages",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const ids = await forgettableIds(tx, chatMessages, { kept: "chat", now, limit });
    if (ids.length === 0) return ok({ gone: 0 });
    const gone = await tx
      .delete(chatMessages)
      .where(inArray(chatMessages.id, ids))
      .returning({ eventId: chatMessages.eventId });
    await noteForgotten(
      context,
      "chat",
      gone.map(({ eventId }) => eventId),
    );
    return ok({ gone: gone.length });
  },
});
