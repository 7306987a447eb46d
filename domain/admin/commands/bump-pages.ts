import { z } from "zod";
import { bumpTags } from "@/domain/kernel/cache-tags";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { pagesOf } from "../queries";

/** Makes every process render anew whatever cached page shows this event, or its seats. Repeating it is harmless. */
export const bumpPages = defineCommand({
  name: "bump-pages",
  input: z.object({ eventId: idOf("event"), seatsOnly: z.boolean().default(false) }),
  permission: "fact.dispatch",
  quiet: true,
  load: async (_context, { eventId }) => ({ networkId: null, eventId }),
  run: async ({ tx }, shown) => {
    const tags = await pagesOf(tx, shown);
    await bumpTags(tx, tags);
    return ok({ tags });
  },
});
