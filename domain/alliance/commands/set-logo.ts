import { eq } from "drizzle-orm";
import { networks } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { networkChanged } from "../events";
import { lockNetwork } from "../internal/lock-network";
import { setLogoInput } from "../schema";

/**
 * Gives a network a logo, says in words what it shows, or takes it away. The worker deletes the file that no row names
 * any more.
 */
export const setLogo = defineCommand({
  name: "set-logo",
  input: setLogoInput,
  permission: "network.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async ({ tx, emit }, { networkId, fileId, alt }) => {
    const logoAlt = fileId === null ? "" : alt;
    const changed = fileId === undefined ? { logoAlt } : { logoAlt, logoId: fileId };
    await tx.update(networks).set(changed).where(eq(networks.id, networkId));
    await emit({ kind: networkChanged, payload: { networkId } });
    return ok({ networkId });
  },
});
