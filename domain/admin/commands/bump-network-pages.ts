import { z } from "zod";
import { bumpTags } from "@/domain/kernel/cache-tags";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { pagesOfNetwork } from "../queries";

/** Makes every process render anew whatever cached page shows how this network looks. Repeating it is harmless. */
export const bumpNetworkPages = defineCommand({
  name: "bump-network-pages",
  input: z.object({ networkId: idOf("network") }),
  permission: "fact.dispatch",
  quiet: true,
  load: async (_context, { networkId }) => ({ networkId }),
  run: async ({ tx }, { networkId }) => {
    const tags = await pagesOfNetwork(tx, networkId);
    await bumpTags(tx, tags);
    return ok({ tags });
  },
});
