import { z } from "zod";
import { bumpTags } from "@/domain/kernel/cache-tags";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { pagesOfSeries } from "../queries";

/** Makes every process render anew whatever cached page shows something of this series. Repeating it is harmless. */
export const bumpSeriesPages = defineCommand({
  name: "bump-series-pages",
  input: z.object({ seriesId: idOf("series") }),
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { seriesId }) => {
    const tags = await pagesOfSeries(tx, seriesId);
    await bumpTags(tx, tags);
    return ok({ tags });
  },
});
