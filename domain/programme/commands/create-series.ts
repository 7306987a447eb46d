import { like } from "drizzle-orm";
import { series } from "@/db/schema/programme";
import { findNetwork } from "@/domain/alliance/queries";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { freeSlug, slugOf } from "@/lib/slug";
import { seriesProblem } from "../internal/series-problem";
import { lockSlugs } from "../internal/slug-lock";
import { createSeriesInput } from "../schema/series";

/** A series of the network's alliance, owned by the network, with an address of its own. Its page exists as soon as one of its events is public. */
export const createSeries = defineCommand({
  name: "create-series",
  input: createSeriesInput,
  permission: "series.plan",
  load: async ({ tx }, { networkId }) => {
    const network = await findNetwork(networkId, tx);
    return network && { networkId: network.id, network };
  },
  run: async ({ tx, now }, { locale, ...said }, { network }) => {
    const fields = seriesProblem(said, null);
    if (fields) return fail("invalid", "input", { fields });
    await lockSlugs(tx);
    const wanted = slugOf(said.title);
    const taken = await tx
      .select({ slug: series.slug })
      .from(series)
      .where(like(series.slug, `${wanted}%`));
    const slug = freeSlug(wanted, new Set(taken.map((row) => row.slug)));
    const row = { ...said, allianceId: network.allianceId, slug, createdAt: now };
    const [made] = await tx.insert(series).values(row).returning({ id: series.id });
    if (!made) throw new Error("the series was not inserted");
    return ok({ seriesId: made.id, slug, networkSlug: network.slug, locale });
  },
  onConstraint: { series_one_per_slug: fail("conflict", "try_again").failure },
});
