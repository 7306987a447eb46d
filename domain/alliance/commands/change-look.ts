import { eq } from "drizzle-orm";
import { networks } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { networkChanged } from "../events";
import { findNetwork } from "../queries";
import { isReadableColour } from "../rules";
import { changeLookInput } from "../schema";

/**
 * How a network shows itself: name, mark, colour, texts and where to write to. The field `colour` says unknown_choice for
 * one on which white letters can't be read; what a network has already may stay.
 */
export const changeLook = defineCommand({
  name: "change-look",
  input: changeLookInput,
  permission: "network.manage",
  load: async ({ tx }, { networkId }) => {
    const network = await findNetwork(networkId, tx);
    return network && { networkId, colour: network.colour };
  },
  run: async ({ tx, emit }, { networkId, ...look }, { colour }) => {
    if (look.colour !== colour && !isReadableColour(look.colour))
      return fail("invalid", "input", { fields: { colour: ["unknown_choice"] } });
    await tx.update(networks).set(look).where(eq(networks.id, networkId));
    await emit({ kind: networkChanged, payload: { networkId } });
    return ok({ networkId });
  },
});
