import { z } from "zod";
import { bumpTags } from "@/domain/kernel/cache-tags";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { pagesOf } from "../queries";

/** Makes every process render anew whatever cached page shows this event. Repeating it is harmless. */
export const bumpPages = defineCommand({
  name: "bump-pages",
  input: z.object({ eventId: idOf("event") }),
  permission: "fact.dispatch",
  quiet: true,
  load: async (_context, { eventId }) => ({ networkId: null, eventId }),
  run: async ({ tx }, { eventId }) => {
    const tags = await pagesOf(tx, eventId);
    await bumpTags(tx, tags);
    return ok({ tags });
  },
});
