import { lt } from "drizzle-orm";
import { z } from "zod";
import { chatMessages } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";

/** Chat is kept for thirty days, as the rooms and the privacy page say. */
export const CHAT_KEPT_MS = 30 * 24 * 3_600_000;

/** Deletes chat messages that are older than thirty days. */
export const forgetMessages = defineCommand({
  name: "forget-messages",
  input: z.object({}),
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }) => {
    const since = new Date(now.getTime() - CHAT_KEPT_MS);
    const gone = await tx.delete(chatMessages).where(lt(chatMessages.createdAt, since));
    return ok({ messages: gone.rowCount ?? 0 });
  },
});
