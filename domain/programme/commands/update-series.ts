import { eq } from "drizzle-orm";
import { series } from "@/db/schema/programme";
import { findNetwork } from "@/domain/alliance/queries";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { seriesChanged } from "../events";
import { lockSeries } from "../internal/series-hosts";
import { seriesProblem } from "../internal/series-problem";
import { updateSeriesInput } from "../schema/series";

/** What a series says of itself, its days, its colour and its address, for the office that owns it. */
export const updateSeries = defineCommand({
  name: "update-series",
  input: updateSeriesInput,
  permission: "series.manage",
  load: ({ tx }, { seriesId }) => lockSeries(tx, seriesId),
  run: async ({ tx, emit }, { seriesId, locale, ...said }, { colour, networkId }) => {
    const network = networkId && (await findNetwork(networkId, tx));
    if (!network) return fail("not_found", "missing");
    const fields = seriesProblem(said, colour);
    if (fields) return fail("invalid", "input", { fields });
    await tx.update(series).set(said).where(eq(series.id, seriesId));
    await emit({ kind: seriesChanged, payload: { seriesId } });
    return ok({ seriesId, slug: said.slug, networkSlug: network.slug, locale });
  },
  onConstraint: { series_one_per_slug: fail("conflict", "slug_taken").failure },
});
