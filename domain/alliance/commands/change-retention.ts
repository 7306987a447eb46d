import { eq } from "drizzle-orm";
import { networks } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { changeRetentionInput } from "../schema";

/**
 * For how many days after its events a network keeps registrations, answers in confidence and chats: shorter than
 * everybody may, never longer. The jobs obey it from the next hour on, also for what is stored already.
 */
export const changeRetention = defineCommand({
  name: "change-retention",
  input: changeRetentionInput,
  permission: "network.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async ({ tx }, { networkId, ...days }) => {
    await tx.update(networks).set(days).where(eq(networks.id, networkId));
    return ok({ networkId });
  },
});
