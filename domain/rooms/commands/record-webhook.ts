import { z } from "zod";
import { webhookReceipts } from "@/db/schema/kernel";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { roomWebhook } from "../schema";

/** Keeps a webhook under its unique id and nothing more, so that livekit-server has its answer in milliseconds. */
export const recordWebhook = defineCommand({
  name: "record-webhook",
  input: z.object({ webhook: roomWebhook }),
  permission: "room.record",
  load: async () => ({ networkId: null }),
  quiet: true,
  run: async ({ tx, now }, { webhook }) => {
    const stored = await tx
      .insert(webhookReceipts)
      .values({
        id: webhook.id,
        source: "livekit",
        roomName: webhook.roomName,
        body: webhook,
        receivedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: webhookReceipts.id });
    return ok({ isNew: stored.length > 0 });
  },
});
