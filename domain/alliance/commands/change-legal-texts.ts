import { eq } from "drizzle-orm";
import { networks } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { networkChanged } from "../events";
import { lockNetwork } from "../internal/lock-network";
import { changeLegalTextsInput } from "../schema";

/** Imprint, privacy note and terms of a network, beside those of the installation. An empty one is shown nowhere. */
export const changeLegalTexts = defineCommand({
  name: "change-legal-texts",
  input: changeLegalTextsInput,
  permission: "network.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async ({ tx, emit }, { networkId, ...texts }) => {
    await tx.update(networks).set(texts).where(eq(networks.id, networkId));
    await emit({ kind: networkChanged, payload: { networkId } });
    return ok({ networkId });
  },
});
